/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-I2/ARiWgxepr1+TF32TaPXrmZyHEYwgZHD6L8gm126E="
  package static let checkStyle = "sha256-t2vzcywHU1U9s6ozN1JIBB79JisgZf+xqtgPSY1JgTY="
  package static let auditScript = "sha256-+I2xBL9HAquDwcA6lqFxpbi6RqSUgRmc7vc+zBmbcMk="
  package static let checkScript = "sha256-416AcQT1rMvIbwd12ptuYkti5UVqt+WrMR4WStErC3Y="
}
