/// SHA-256 of the style and the script, for the page's content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-JGfGRV2EGguLmBUJCp8qGabnClS+OGDu3ljTJnh4MjA="
  package static let script = "sha256-E0V/vmSlZg9OYFmNbJv8F0+00hsBdAjZMoEd01m9pZs="
}
