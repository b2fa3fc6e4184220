/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-hd5JjLmOmQdx4ti2B07903Jb3yDBPHdZ/s7fhPRh8zE="
  package static let checkStyle = "sha256-mFGlXk9SP7JXKYnDWea4DPjxEw5IguHfStFs8HM4hM4="
  package static let auditScript = "sha256-8l2uWrHnPEfxawk62Y+Dy4/hEc5o4wM552fk1LZEqys="
  package static let checkScript = "sha256-OeceBI2ek6yJvMOBfVhAJZ7ZZoI8ZfL/6XUEGCuXHdE="
}
