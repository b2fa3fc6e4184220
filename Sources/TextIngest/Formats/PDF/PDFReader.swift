/// Reads PDF through `pdftotext` of poppler-utils, which knows fonts and the order of columns; what is a
/// paragraph and what belongs to the page alone is decided here, from where the lines lie.
enum PDFReader {
  /// The text of the PDF in `content`.
  ///
  /// - Throws: ``IngestError/document(_:)``.
  static func text(of content: [UInt8]) throws(IngestError) -> SourceText {
    let found = FileSignature.of(content)
    guard found == .pdf else { throw .document(.otherContent(named: .pdf, found: found)) }
    let program = try ExternalProgram(.pdftotext)
    let result = try program.inTurn { () throws(IngestError) in
      try program.run(["-enc", "UTF-8", "-bbox-layout", "-", "-"], input: content)
    }
    try check(result)
    let pages = PDFPages()
    let reader = XMLReader(part: "the output of pdftotext", handler: pages, allowsDoctype: true)
    let xml = PDFOutput.xml(result.output)
    try xml.withUnsafeBufferPointer { (bytes) throws(IngestError) in
      try reader.read(UnsafeRawBufferPointer(bytes), isLast: true)
    }
    return try text(of: pages, complaint: PDFOutput.complaint(result.errors))
  }

  private static func check(_ result: ExternalProgram.Output) throws(IngestError) {
    if let data = PDFOutput.missingData(result.errors) {
      throw .document(.converterLacks(.pdftotext, data: data))
    }
    if result.errors.contains("Incorrect password") { throw .document(.encrypted) }
    if result.status == 3 { throw .document(.forbidsCopying) }
    guard result.status == 0 else {
      let problem = PDFOutput.complaint(result.errors) ?? "it ended with status \(result.status)"
      throw .document(.converterFailed(.pdftotext, problem: problem))
    }
  }

  private static func text(
    of pages: PDFPages, complaint: String?
  ) throws(IngestError) -> SourceText {
    let empty = pages.count - Set(pages.lines.map(\.page)).count
    guard empty < pages.count else { throw .document(.noText(pages: pages.count)) }
    var writer = BlockWriter()
    writer.omit(.pagesWithoutText, empty)
    let lines = PDFRunningLines.removed(from: pages.lines, pages: pages.count, &writer)
    PDFParagraphs.write(PDFColumns.ordered(lines), to: &writer)
    var text = writer.finish(format: .pdf)
    if empty * 2 >= pages.count {
      text.source.warnings.append(
        "\(empty) of its \(pages.count) pages have no text: pictures, as of a scanner; "
          + "only the others were read")
    }
    if PDFOutput.hasUnmappedCharacters(text.content) {
      text.source.warnings.append(
        "many of its characters are not those that the pages show: its fonts lack the table; "
          + "run text recognition (OCR) over it")
    }
    if let complaint {
      text.source.warnings.append("pdftotext found faults in it, text may be missing: \(complaint)")
    }
    return text
  }
}
