/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-I2/ARiWgxepr1+TF32TaPXrmZyHEYwgZHD6L8gm126E="
  package static let checkStyle = "sha256-YOFsEtu9zXpcFQ2KXk/vczGY33vctn6QaGwk3iXzBlk="
  package static let auditScript = "sha256-MPDhV/loEKjG0rZYHlRWBaaZkNe6WWXXn8OOBR3UMPI="
  package static let checkScript = "sha256-OeceBI2ek6yJvMOBfVhAJZ7ZZoI8ZfL/6XUEGCuXHdE="
}
