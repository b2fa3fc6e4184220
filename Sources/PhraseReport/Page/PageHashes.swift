/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-4JYnEYHhsvXL9zXfR621alPOb4NmggXuiyvT9HQfUhs="
  package static let auditScript = "sha256-mwEqUSLEgslo54rME0cJBkl5ONyGzBZwwWdvepughCA="
  package static let checkScript = "sha256-249+h0L/secF21OD5GbM1VBsONFXuh+QFKKgpISq/kc="
}
