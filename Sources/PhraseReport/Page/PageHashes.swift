/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-1bwSXc9ZcvZdquAl02jVCyyUMgbwkgppNbKcEiBiXDY="
  package static let auditScript = "sha256-tncxI2WiK4oqqOTTqMwpk2hl/pATd8lhHUvJVPwufNk="
  package static let checkScript = "sha256-Pxt4PCDLhE8ziWQCfZ9hYhwl9GRTq9qkqO9AbdXDzrw="
}
