/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
  package static let style = "sha256-jgH5OpZy3epsdePAvMFfoML7H3bZBgi/0oB9i2hdD3A="
  package static let checkStyle = "sha256-2JaGqoZRXDPEZ2fhIvo5l8uNyi6oouSkSoqPzSZDv5c="
  package static let auditScript = "sha256-dh5LjefzGgEzmGnMQNL6Afwcgu/r4N6BDVpseT/4T0c="
  package static let checkScript = "sha256-4/XUQKzFBZjzB2iy/Xpag9Cfz2UKksIRYKaNAQcGlBI="
}
