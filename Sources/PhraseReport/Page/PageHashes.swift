/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-92o6utfp27DudqJCnQBfSKeurPFX/PH9P7g/fAzfHg4="
  package static let checkStyle = "sha256-XWCD5Ayg7Tbo75zJDRaR5SYmbNNJNlCnCGWUGlH4df8="
  package static let auditScript = "sha256-93C9HRBC7sG0AptZN4mfbgEtgkV+ngRiP9YRbcJm7G8="
  package static let checkScript = "sha256-WFDHk8kbSsoxe0dGcfmT1kj7wUQA32VH/Njxm19EjQA="
}
