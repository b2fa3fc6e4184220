/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-d7Glzc/B6y3VW+f9nUjYI7JWYfeZe+MQtyoAmrgQOys="
  package static let checkStyle = "sha256-Z26FS+YjJagKN2JoddeHYzWfqVXyNc2W1LX2si4wvi0="
  package static let auditScript = "sha256-Yx97VmcGKMZ5invt4341OxEE0DGpneVKFM+fsqw1M8Q="
  package static let checkScript = "sha256-wiBCq1KTsagjvpvVxLIfHBJUIguE6EvpLkWEyeWXaqQ="
}
