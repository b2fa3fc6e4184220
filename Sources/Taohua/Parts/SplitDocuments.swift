internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// The documents of one split as its file keeps them: all that makes them a part of the corpus again without
/// reading or tokenising anything.
struct SplitDocuments: Sendable {
  enum Section {
    static let head = 1
    static let files = 2
    static let words = 3
    static let tokens = 4
    static let separators = 5
    static let places = 6
    static let texts = 7
  }

  /// What is known without looking at the documents.
  struct Head: Hashable, Sendable {
    /// That of the plan for the split.
    var fingerprint: UInt64
    var tokens: Int
    /// For each document its tokens, and whether they are mostly words.
    var documents: [Document]

    struct Document: Hashable, Sendable {
      var tokens: Int
      var isSpaced: Bool
    }
  }

  let head: Head
  private let sections: MappedSections

  /// Opens the file at `path`. What is read of it is compared with its checksums.
  init(path: String) throws(IndexError) {
    sections = try MappedSections(path: path, kind: .documents)
    var bytes = ByteReader(try sections.bytes(Section.head))
    head = Head(
      fingerprint: bytes.fixed(), tokens: bytes.number(),
      documents: bytes.list { .init(tokens: $0.number(), isSpaced: $0.flag()) })
    guard bytes.isSound, head.tokens == head.documents.reduce(0, { $0 + $1.tokens }) else {
      throw .damaged(file: path, offset: 0, length: sections.size)
    }
  }

  /// Another number for other content.
  var checksum: UInt64 { sections.headerChecksum }

  /// Compares everything with its checksums.
  func verify() throws(IndexError) { try sections.verifyAll() }

  /// Of a file whose bytes are those that were written, and make no sense.
  var damage: IndexError { .damaged(file: sections.path, offset: 0, length: sections.size) }

  /// Bytes of all texts.
  func textBytes() throws(IndexError) -> Int { try sections.length(of: Section.texts) }

  /// The bytes of a section, or of `range` of it.
  func bytes(
    of section: Int, _ range: Range<Int>? = nil
  ) throws(IndexError) -> UnsafeRawBufferPointer {
    try sections.bytes(section, range)
  }

  /// The bytes of a section, found sound by several threads.
  func bytes(
    of section: Int, _ workers: Workers
  ) throws(IndexError) -> UnsafeRawBufferPointer {
    try sections.bytes(section) { workers.forEach($0, $1) }
  }
}

extension SplitDocuments {
  /// Writes the files of `corpus`.
  ///
  /// - Parameters:
  ///   - inputs: the names of all files of the split, those too that could not be read.
  ///   - fingerprint: that of the plan for the split.
  static func write(
    _ corpus: Corpus, inputs: [String], fingerprint: UInt64, to path: String, workers: Workers
  ) throws(IndexError) {
    let writer = try SectionFileWriter(
      path: path, kind: .documents, suffix: AuditParts.suffix)
    try writer.begin(Section.head)
    try writer.add(head(corpus, fingerprint))
    let documents = corpus.documents
    let places = workers.map(documents.count) { Self.places(documents[$0].tokens, corpus) }
    try writer.begin(Section.files)
    try writer.add(files(corpus, inputs: inputs, places: places.map(\.count)))
    try writer.begin(Section.words)
    var words = ByteWriter()
    words.add(list: corpus.words) { $0.add($1) }
    try writer.add(words.bytes)
    try writer.begin(Section.tokens)
    try writer.add(corpus.tokens)
    try writer.begin(Section.separators)
    try writer.add(corpus.separators)
    try writer.begin(Section.places)
    for places in places { try writer.add(places) }
    try writer.begin(Section.texts)
    for file in corpus.files { try writer.add(file.content) }
    _ = try writer.finish()
  }

  private static func head(_ corpus: Corpus, _ fingerprint: UInt64) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.add(fixed: fingerprint)
    bytes.add(corpus.tokens.count)
    bytes.add(list: corpus.documents) {
      $0.add($1.tokens.count)
      $0.add(corpus.isSpaced($1))
    }
    return bytes.bytes
  }

  /// - Parameter places: bytes of the places of each document.
  private static func files(_ corpus: Corpus, inputs: [String], places: [Int]) -> [UInt8] {
    var documents = [[Int]](repeating: [], count: corpus.files.count)
    for (index, document) in corpus.documents.enumerated() {
      documents[document.file].append(index)
    }
    var bytes = ByteWriter()
    bytes.add(list: corpus.skipped) { $0.add(file: $1) }
    var input = 0
    bytes.add(list: Array(corpus.files.indices)) { bytes, index in
      let file = corpus.files[index]
      while !LexicalPath.areSame(inputs[input], file.input.name) { input += 1 }
      bytes.add(input)
      bytes.add(fixed: file.hash.low)
      bytes.add(fixed: file.hash.high)
      bytes.add(file.content.count)
      bytes.add(FileMetadata(file, documents[index].map { corpus.documents[$0] }).encoded)
      bytes.add(list: file.directives) { $0.add($1) }
      for document in documents[index] {
        bytes.add(corpus.documents[document], places: places[document])
      }
    }
    return bytes.bytes
  }

  /// The gap before each token and its length.
  private static func places(_ tokens: Range<Int>, _ corpus: Corpus) -> [UInt8] {
    var bytes = ByteWriter()
    var last = 0
    for token in tokens {
      let place = corpus.bytes(of: token)
      bytes.add(place.lowerBound - last)
      bytes.add(place.count)
      last = place.upperBound
    }
    return bytes.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func add(_ directive: Directive) {
    add(directive.text)
    add(directive.range.lowerBound)
    add(directive.range.count)
  }

  /// What ``FileMetadata`` does not have.
  fileprivate mutating func add(_ document: CorpusDocument, places: Int) {
    add(document.tokens.count)
    add(places)
    add(document.bodyStart)
    add(document.flags.firstLookAlike)
    add(list: document.sections) { bytes, section in
      bytes.add(section.title)
      bytes.add(section.level)
      bytes.add(section.byteRange.lowerBound)
      bytes.add(section.byteRange.count)
    }
    var last = document.tokens.lowerBound
    add(list: document.blockStarts) { bytes, start in
      bytes.add(Int(start) - last)
      last = Int(start)
    }
  }
}

extension SectionFileWriter {
  /// Adds the memory of all elements.
  func add<Element: BitwiseCopyable>(_ slab: Slab<Element>) throws(IndexError) {
    let piece = 1 << 16
    for start in stride(from: 0, to: slab.count, by: piece) {
      let elements = (start..<min(start + piece, slab.count)).map { slab[$0] }
      let result = elements.withUnsafeBytes { memory -> Result<Void, IndexError> in
        do throws(IndexError) { return .success(try add(memory)) } catch { return .failure(error) }
      }
      try result.get()
    }
  }
}
