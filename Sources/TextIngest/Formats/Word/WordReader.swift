/// Reads documents of Word in Office Open XML: .docx, .docm, .dotx.
package enum WordReader {
  /// The text of the document in `content`.
  ///
  /// - Throws: ``IngestError/document(_:)``.
  static func text(of content: [UInt8]) throws(IngestError) -> SourceText {
    try FileSignature.require(.docx, of: content, named: .docx)
    return try ZipArchive.open(content) { (archive) throws(IngestError) in
      try read(&archive, tracer: nil).text
    }
  }

  /// The text of the document in `content`, the same bytes as that of ``Reader``, and where each stretch
  /// of it stands in the XML.
  ///
  /// - Throws: ``IngestError/document(_:)``.
  package static func mapped(
    _ content: [UInt8]
  ) throws(IngestError) -> (text: [UInt8], map: WordMap) {
    try FileSignature.require(.docx, of: content, named: .docx)
    return try ZipArchive.open(content) { (archive) throws(IngestError) in
      let tracer = WordTracer()
      let (text, part, namespace) = try read(&archive, tracer: tracer)
      return (text.content, tracer.finish(text.origins, part: part, namespace: namespace))
    }
  }

  /// The name of the part with the text.
  package static func mainPart(of archive: inout ZipArchive) throws(IngestError) -> String {
    try PackageRelations.of("", in: &archive)
      .first { $0.type == "officeDocument" }?.part ?? "word/document.xml"
  }

  private static func read(
    _ archive: inout ZipArchive, tracer: WordTracer?
  ) throws(IngestError) -> (text: SourceText, part: String, namespace: String) {
    let main = try mainPart(of: &archive)
    let relations = try PackageRelations.of(main, in: &archive)
    let styles = WordStyles()
    for relation in relations where relation.type == "styles" && archive.has(relation.part) {
      try archive.read(relation.part, into: styles)
    }
    let body = WordBody(styles: styles, tracer: tracer)
    try archive.read(main, into: body)
    let namespace = body.namespace
    guard body.isDocument else { throw .document(.otherContent(named: .docx, found: .archive)) }
    for notes in [WordTracer.Part.footnotes, .endnotes] {
      tracer?.part = notes
      for relation in relations
      where relation.type == notes.rawValue && archive.has(relation.part) {
        try archive.read(relation.part, into: body)
      }
    }
    try count(relations, in: &archive, body: body)
    return (body.finish(), main, namespace)
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
