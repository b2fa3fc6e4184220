internal import CorpusIndex
internal import TextIngest

/// What an index keeps of a file beside its text and its tokens: all that makes a file of a corpus again.
struct FileMetadata {
  var source: TextSource
  var metadata: [String: String]
  var documents: [IngestedDocument]

  init(_ file: CorpusFile, _ documents: [CorpusDocument]) {
    source = file.source
    metadata = file.metadata
    self.documents = documents.map { document in
      var stored = IngestedDocument(
        part: document.part, title: document.title, byteRange: document.byteRange,
        tokenRange: 0..<0, blockStarts: [], joins: document.joins,
        characters: document.characters)
      stored.stretches = document.stretches
      stored.date = document.date
      stored.flags = document.flags
      return stored
    }
  }

  var encoded: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(source)
    bytes.add(metadata.count)
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      bytes.add(key)
      bytes.add(value)
    }
    bytes.add(documents.count)
    for document in documents { Self.add(document, to: &bytes) }
    return bytes.bytes
  }

  private static func add(_ document: IngestedDocument, to bytes: inout ByteWriter) {
    bytes.add(ifKnown: document.part)
    bytes.add(ifKnown: document.title)
    bytes.add(ifKnown: document.date?.text)
    bytes.add(document.byteRange.lowerBound)
    bytes.add(document.byteRange.count)
    bytes.add(document.characters)
    bytes.add(document.joins.count)
    var last = 0
    for join in document.joins {
      bytes.add(Int(join) - last)
      last = Int(join)
    }
    bytes.add(document.stretches.bytes)
    bytes.add(document.flags.zeroWidth)
    bytes.add(document.flags.directional)
    bytes.add(document.flags.lookAlikes)
  }

  /// What `bytes` say; nil if they are damaged.
  init?(_ bytes: [UInt8]) {
    let read = bytes.withUnsafeBytes { memory in
      var reader = ByteReader(memory)
      let source = reader.source()
      var metadata: [String: String] = [:]
      for _ in 0..<reader.count() {
        let key = reader.text()
        metadata[key] = reader.text()
      }
      let documents = (0..<reader.count()).map { _ in Self.document(&reader) }
      return reader.isSound ? (source, metadata, documents.compactMap { $0 }, documents.count) : nil
    }
    guard let (source, metadata, documents, count) = read, documents.count == count else {
      return nil
    }
    self.source = source
    self.metadata = metadata
    self.documents = documents
  }

  private static func document(_ bytes: inout ByteReader) -> IngestedDocument? {
    let part = bytes.optionalNumber()
    let title = bytes.optionalText()
    let date = bytes.optionalText()
    let start = bytes.number()
    let length = bytes.number()
    let characters = bytes.number()
    var last = 0
    let joins = (0..<bytes.count()).map { _ -> UInt32 in
      last &+= bytes.number()
      return UInt32(truncatingIfNeeded: last)
    }
    let stretches = bytes.data()
    var flags = TextFlags()
    flags.zeroWidth = bytes.number()
    flags.directional = bytes.number()
    flags.lookAlikes = bytes.number()
    guard start >= 0, length >= 0, start < 1 << 40, length < 1 << 40 else { return nil }
    var document = IngestedDocument(
      part: part, title: title, byteRange: start..<start + length, tokenRange: 0..<0,
      blockStarts: [], joins: joins, characters: characters)
    document.date = date.flatMap { WrittenDate.parse($0) }
    document.stretches = TextStretches(bytes: stretches, from: start)
    document.flags = flags
    return document
  }
}
