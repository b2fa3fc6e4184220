/// SHA-256 of the style and the script, for the page's content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-F0D7VrDhP/X9BMEDF2UEkadiVWMt3IqQ4/uS/kXYXnA="
  package static let script = "sha256-lYqjpVotMeOBbNb9FqHSAegkX20DwrXf983enAxAAQk="
}
