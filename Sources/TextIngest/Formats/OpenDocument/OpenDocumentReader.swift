/// Reads text documents in OpenDocument: .odt.
enum OpenDocumentReader {
  /// The text of the document in `content`.
  ///
  /// - Parameter format: what the document was before it was converted, if it was.
  /// - Throws: ``IngestError/document(_:)``.
  static func text(
    of content: [UInt8], format: TextFormat = .odt
  ) throws(IngestError) -> SourceText {
    try FileSignature.require(.odt, of: content, named: .odt)
    return try ZipArchive.open(content) { (archive) throws(IngestError) in
      try read(&archive, format)
    }
  }

  private static func read(
    _ archive: inout ZipArchive, _ format: TextFormat
  ) throws(IngestError) -> SourceText {
    if try isEncrypted(&archive) { throw .document(.encrypted) }
    let styles = OpenDocumentStyles()
    let pages = OpenDocumentBody(styles: styles)
    if archive.has("styles.xml") {
      try archive.read("styles.xml", into: styles)
      try archive.read("styles.xml", into: pages)
    }
    // The styles of the content come before its text.
    try archive.read("content.xml", into: styles)
    let body = OpenDocumentBody(styles: styles)
    try archive.read("content.xml", into: body)
    guard body.isDocument else { throw .document(.otherContent(named: .odt, found: .archive)) }
    for part in [OmittedPart.headers, .footers, .pageNumbers] {
      body.writer.omit(part, pages.writer.omitted(part))
    }
    return body.writer.finish(format: format)
  }

  /// Whether the list of members says of one that it is encrypted, or the whole is.
  private static func isEncrypted(_ archive: inout ZipArchive) throws(IngestError) -> Bool {
    if archive.has("encrypted-package") { return true }
    guard archive.has("META-INF/manifest.xml") else { return false }
    let manifest = Manifest()
    try archive.read("META-INF/manifest.xml", into: manifest)
    return manifest.hasEncryption
  }

  private final class Manifest: XMLHandler {
    private(set) var hasEncryption = false

    func number(of name: XMLName) -> UInt8 { name.local == "encryption-data" ? 1 : 0 }
    func start(_ element: UInt8, _ attributes: XMLAttributes) {
      if element == 1 { hasEncryption = true }
    }
    func end(_ element: UInt8) {}
  }
}
