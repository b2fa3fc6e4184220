/// Reads documents of Word in Office Open XML: .docx, .docm, .dotx.
enum WordReader {
  /// The text of the document in `content`.
  ///
  /// - Throws: ``IngestError/document(_:)``.
  static func text(of content: [UInt8]) throws(IngestError) -> SourceText {
    try FileSignature.require(.docx, of: content, named: .docx)
    return try ZipArchive.open(content) { (archive) throws(IngestError) in try read(&archive) }
  }

  private static func read(_ archive: inout ZipArchive) throws(IngestError) -> SourceText {
    let main =
      try PackageRelations.of("", in: &archive)
      .first { $0.type == "officeDocument" }?.part ?? "word/document.xml"
    let relations = try PackageRelations.of(main, in: &archive)
    let styles = WordStyles()
    for relation in relations where relation.type == "styles" && archive.has(relation.part) {
      try archive.read(relation.part, into: styles)
    }
    let body = WordBody(styles: styles)
    try archive.read(main, into: body)
    guard body.isDocument else { throw .document(.otherContent(named: .docx, found: .archive)) }
    for type in ["footnotes", "endnotes"] {
      for relation in relations where relation.type == type && archive.has(relation.part) {
        try archive.read(relation.part, into: body)
      }
    }
    try count(relations, in: &archive, body: body)
    return body.finish()
  }

  /// Counts the headers and footers that have text, and the page numbers in them.
  private static func count(
    _ relations: [PackageRelations.Relation], in archive: inout ZipArchive, body: WordBody
  ) throws(IngestError) {
    for relation in relations where archive.has(relation.part) {
      let part: OmittedPart
      switch relation.type {
      case "header": part = .headers
      case "footer": part = .footers
      default: continue
      }
      let head = WordBody(styles: body.styles)
      try archive.read(relation.part, into: head)
      body.writer.omit(.pageNumbers, head.writer.omitted(.pageNumbers))
      if head.writer.written > 0 { body.writer.omit(part) }
    }
  }
}

extension FileSignature {
  /// - Throws: what `content` is instead of `signature`, if it is not.
  static func require(
    _ signature: FileSignature, of content: [UInt8], named format: TextFormat
  ) throws(IngestError) {
    let found = of(content)
    if found == .encryptedOffice { throw .document(.encrypted) }
    // An archive that cannot be listed is told to be damaged by who opens it.
    if found == signature || (found == nil && content.starts(with: [0x50, 0x4B])) { return }
    throw .document(.otherContent(named: format, found: found))
  }
}
