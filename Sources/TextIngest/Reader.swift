/// Reads files: bytes → text → lines → documents → tokens.
package enum Reader {
  /// The largest file that is read, in bytes.
  package static let sizeLimit = FileContent.sizeLimit

  /// Reads the file at `path`; its name tells the format, an unknown one is tried as plain text.
  ///
  /// - Parameters:
  ///   - path: what the system opens.
  ///   - settings: what changes the tokens.
  /// - Throws: ``IngestError`` with the reason and the place.
  package static func read(
    path: String, settings: IngestSettings = IngestSettings()
  ) throws(IngestError) -> IngestedFile {
    try ingest(content(path: path), format: format(ofFileName: path), settings: settings)
  }

  /// The bytes of the file at `path`, if its format can be read.
  ///
  /// - Parameters:
  ///   - path: what the system opens.
  ///   - name: what the file is called, where that is not the end of `path` (standard input).
  /// - Throws: ``IngestError`` with the reason.
  package static func content(path: String, name: String? = nil) throws(IngestError) -> [UInt8] {
    let format = try format(ofFileName: name ?? path)
    return try FileContent.read(path: path, isText: format.isText)
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

  /// Reads `content`. Linear in its length whatever it holds; the result depends on the arguments
  /// alone.
  ///
  /// - Throws: ``IngestError/tooLarge(bytes:limit:)`` or what ``TextDecoder`` throws.
  package static func ingest(
    _ content: [UInt8], format: TextFormat, settings: IngestSettings = IngestSettings()
  ) throws(IngestError) -> IngestedFile {
    try requireOffsets(for: content)
    let decoded = try TextDecoder.decode(content, encoding: settings.encoding)
    try requireOffsets(for: decoded.utf8)
    var source = TextSource(
      format: format.name, encoding: decoded.encoding, isExtracted: decoded.isDecoded)
    var directives: [Directive] = []
    let (tokens, words, documents) = decoded.utf8.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return emptyFile }
      let text = UTF8Text(base: base, count: buffer.count)
      source.warnings = TextSanity.warnings(text)
      let layout = layout(of: text, format)
      directives = layout.directives
      return DocumentBuilder.build(text, layout, settings)
    }
    var file = IngestedFile(
      content: decoded.utf8, source: source, tokens: tokens, words: words, documents: documents)
    file.directives = directives
    return file
  }

  /// The place of formats: each one's way from UTF-8 text to lines without markup.
  private static func layout(of text: UTF8Text, _ format: TextFormat) -> TextLayout {
    switch format {
    case .plainText: .plainText(text)
    case .markdown: .markdown(text)
    }
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
  /// The tokens of documents whose text and stretches are known: those that ``ingest`` made of them.
  ///
  /// - Parameters:
  ///   - content: the text that offsets point into.
  ///   - documents: its documents; their tokens, joins and blocks are made anew.
  /// - Returns: nil if a document's stretches are damaged.
  package static func restore(
    _ content: [UInt8], source: TextSource, documents: [IngestedDocument]
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
        var stretches = StretchTokenizer(Tokenizer(text, into: room))
        for index in documents.indices where !isDamaged {
          isDamaged = !restore(&documents[index], &stretches, of: content.count)
        }
        words = stretches.tokenizer.words
        return stretches.count
      }
    }
    if isDamaged { return nil }
    return IngestedFile(
      content: content, source: source, tokens: tokens, words: words, documents: documents)
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
