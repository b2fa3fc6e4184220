/// Reads files: bytes → text → lines → documents → tokens.
package enum Reader {
  /// Reads the file at `path`; its name tells the format, an unknown one is tried as plain text.
  ///
  /// - Parameters:
  ///   - path: what the system opens.
  ///   - settings: what changes the tokens.
  /// - Throws: ``IngestError`` with the reason and the place.
  package static func read(
    path: String, settings: IngestSettings = IngestSettings()
  ) throws(IngestError) -> IngestedFile {
    try ingest(
      content(path: path, limit: settings.sizeLimit), format: format(ofFileName: path),
      settings: settings)
  }

  /// The bytes of the file at `path`, if its format can be read.
  ///
  /// - Parameters:
  ///   - path: what the system opens.
  ///   - name: what the file is called, where that is not the end of `path` (standard input).
  ///   - limit: the most bytes that are read.
  /// - Throws: ``IngestError`` with the reason.
  package static func content(
    path: String, name: String? = nil, limit: Int = IngestSettings().sizeLimit
  ) throws(IngestError) -> [UInt8] {
    let format = try format(ofFileName: name ?? path)
    return try FileContent.read(path: path, isText: format.isText, sizeLimit: limit)
  }

  /// The format that a file's name tells, plain text where it tells none.
  /// - Throws: ``IngestError/unsupportedFormat(_:)``.
  package static func format(ofFileName name: String) throws(IngestError) -> TextFormat {
    switch TextFormat.verdict(ofFileName: name) {
    case .readable(let format): return format
    case .unsupported(let name): throw .unsupportedFormat(name)
    case .unknown: return .plainText
    }
  }

  /// Reads `content`: its text, documents and tokens. The result depends on the arguments alone, and
  /// on the converter where the format needs one.
  ///
  /// - Throws: ``IngestError`` with the reason and the place.
  package static func ingest(
    _ content: [UInt8], format: TextFormat, settings: IngestSettings = IngestSettings()
  ) throws(IngestError) -> IngestedFile {
    ingest(try text(of: content, format: format, settings: settings), settings: settings)
  }

  /// The text of a file of `format` that consists of `content`: the place of formats, each one's way
  /// from bytes to UTF-8 text.
  ///
  /// - Throws: ``IngestError`` with the reason and the place.
  package static func text(
    of content: [UInt8], format: TextFormat, settings: IngestSettings = IngestSettings()
  ) throws(IngestError) -> SourceText {
    try requireOffsets(for: content)
    let text: SourceText
    switch format {
    case .plainText, .markdown:
      let decoded = try TextDecoder.decode(content, encoding: settings.encoding)
      text = SourceText(
        content: decoded.utf8,
        source: TextSource(
          format: format.name, encoding: decoded.encoding, isExtracted: decoded.isDecoded),
        structure: format == .markdown ? .markdown : .plainText)
    case .html: text = try HTMLReader.text(of: content, encoding: settings.encoding)
    case .docx: text = try WordReader.text(of: content)
    case .odt: text = try OpenDocumentReader.text(of: content)
    case .epub: text = try EPUBReader.text(of: content)
    case .rtf, .doc, .wps: text = try OfficeReader.text(of: content, format: format)
    case .pdf: text = try PDFReader.text(of: content)
    }
    try requireOffsets(for: text.content)
    return text
  }

  /// The documents and tokens of `text`. Linear in its length whatever it holds.
  package static func ingest(
    _ text: SourceText, settings: IngestSettings = IngestSettings()
  ) -> IngestedFile {
    var source = text.source
    var directives = text.directives
    var metadata: [String: String] = [:]
    let (tokens, words, documents) = text.content.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return emptyFile }
      let utf8 = UTF8Text(base: base, count: buffer.count)
      let layout = TextLayout.make(utf8, text.structure)
      directives += layout.directives
      source.omissions += layout.omissions
      metadata = layout.metadata
      var built = DocumentBuilder.build(utf8, layout, settings)
      source.warnings += TextInspection.inspect(utf8, &built.documents)
      return built
    }
    var file = IngestedFile(
      content: text.content, source: source, tokens: tokens, words: words, documents: documents)
    file.directives = directives
    file.metadata = metadata
    return file
  }

  private static func requireOffsets(for content: [UInt8]) throws(IngestError) {
    // Offsets have four bytes.
    let limit = Int(UInt32.max)
    guard content.count <= limit else { throw .tooLarge(bytes: content.count, limit: limit) }
  }

  /// An empty file is a document of no tokens.
  private static var emptyFile: (TokenTable, WordTable, [IngestedDocument]) {
    let document = IngestedDocument(
      part: nil, title: nil, byteRange: 0..<0, tokenRange: 0..<0, blockStarts: [], joins: [],
      characters: 0)
    return (TokenTable(), WordTable(), [document])
  }
}

extension Reader {
  /// The tokens of documents whose text and stretches are known: those that reading made of them.
  ///
  /// - Parameters:
  ///   - content: the text that offsets point into.
  ///   - source: what is known of its bytes.
  ///   - metadata: what the text says of itself.
  ///   - documents: its documents; their tokens, joins and blocks are made anew.
  ///   - settings: those that it was read with.
  /// - Returns: nil if a document's stretches are damaged.
  package static func restore(
    _ content: [UInt8], source: TextSource, metadata: [String: String],
    documents: [IngestedDocument], settings: IngestSettings
  ) -> IngestedFile? {
    var documents = documents
    var isDamaged = false
    var words = WordTable()
    let tokens = content.withUnsafeBufferPointer { buffer -> TokenTable in
      guard let base = buffer.baseAddress, !buffer.isEmpty else {
        isDamaged = documents.contains { !$0.stretches.bytes.isEmpty }
        return TokenTable()
      }
      let text = UTF8Text(base: base, count: buffer.count)
      return TokenTable(capacity: text.scalarCount) { room in
        var stretches = StretchTokenizer(Tokenizer(text, into: room, settings))
        for index in documents.indices where !isDamaged {
          isDamaged = !restore(&documents[index], &stretches, of: content.count)
        }
        words = stretches.tokenizer.words
        return stretches.count
      }
    }
    if isDamaged { return nil }
    var file = IngestedFile(
      content: content, source: source, tokens: tokens, words: words, documents: documents)
    file.metadata = metadata
    return file
  }

  private static func restore(
    _ document: inout IngestedDocument, _ tokens: inout StretchTokenizer, of count: Int
  ) -> Bool {
    guard document.byteRange.upperBound <= count else { return false }
    let first = tokens.count
    tokens.blockStarts = []
    let isWhole = document.stretches.forEach(in: document.byteRange) { tokens.add($0, after: $1) }
    document.tokenRange = first..<tokens.count
    document.blockStarts = tokens.blockStarts
    return isWhole
  }
}
