/// SHA-256 of the style and the script, for the page's content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-Uza5J6gy6kkcJDbIi1bra8LVxNWeE0ZCFtQ2MWzEh2I="
  package static let script = "sha256-yLQWIymcqZjoUUMlsGoCtB/H1cDsOzG8J3VqptH1Q9U="
}
