/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-++wTGcsTQBcmYPjx/CeYS+nmyHWUQe6yYxZvmNjCbXs="
  package static let auditScript = "sha256-j25vp0TyNYeubbD8r9bQQxUaeH6bsbdP8ObxbsY0DF0="
  package static let checkScript = "sha256-jFKwnhOHLZCvktZZmGmhD58jaEic/0nd04T1SdZQQkk="
}
