/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-dxFTRLxiTgeMCY3OLJ9JvKtWoJ5Xp+kXZKiDQU5C4Kk="
  package static let checkStyle = "sha256-9CXF3KQAFemAzF2kH5Pk8gZvahaeC67T1cWj3Dqaxss="
  package static let auditScript = "sha256-uIscXmsNM8cbvo/uPhHEcf5GW6uCRtcLMPW1XiigFh8="
  package static let checkScript = "sha256-DR25TlAn0OLWj4c9C7rWeI88dwvCrPY/FBnRX2U6XRQ="
}
