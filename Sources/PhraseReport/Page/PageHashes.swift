/// SHA-256 of the style and the script, for the page's content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-ZajHmn0aRQWfDKGK6i045Ueg/gH2lfk5gth5+UR0K6w="
  package static let script = "sha256-ekDtpERf+IhjWDRDriufjpu/7qeuZN1qivj8UnMQsSw="
}
