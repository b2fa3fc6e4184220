internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// The splits of an audit one after another, with one numbering of words: that which reading all files on
/// one machine gives, since words are entered in the same order.
struct JoinedSplits: Sendable {
  let splits: [SplitDocuments]
  /// The position of each split's first token, and at last the number of tokens.
  let starts: [Int]
  let vocabulary: Vocabulary
  /// The numbers of each split's words.
  private let numbers: [[UInt32]]
  let workers: Workers

  init(_ splits: [SplitDocuments], workers: Workers) throws(IndexError) {
    self.splits = splits
    self.workers = workers
    starts = splits.reduce(into: [0]) { $0.append($0.last! + $1.head.tokens) }
    var vocabulary = Vocabulary()
    var numbers: [[UInt32]] = []
    for split in splits { numbers.append(vocabulary.enter(try split.words())) }
    self.vocabulary = vocabulary
    self.numbers = numbers
  }

  /// The documents of all splits, in their order.
  var documents: [SplitDocuments.Head.Document] { splits.flatMap(\.head.documents) }

  /// Bytes of the texts of all splits.
  func textBytes() throws(IndexError) -> Int {
    var bytes = 0
    for split in splits { bytes += try split.textBytes() }
    return bytes
  }

  /// The number of a token of split `index` in the whole corpus.
  @inline(__always)
  func number(of token: UInt32, in index: Int) -> UInt32 {
    token < TokenValue.firstWord ? token : numbers[index][Int(token - TokenValue.firstWord)]
  }

  /// Whether all words of split `index` are among those that it names.
  private func isSound(_ tokens: UnsafeBufferPointer<UInt32>, _ index: Int) -> Bool {
    let limit = TokenValue.firstWord + UInt32(numbers[index].count)
    return tokens.allSatisfy { $0 < limit }
  }

  /// The tokens of all splits.
  func tokens() throws(IndexError) -> Slab<UInt32> {
    let all = Slab<UInt32>(uninitialized: starts.last!)
    for (index, split) in splits.enumerated() {
      nonisolated(unsafe) let tokens = try split.tokens(workers)
      guard isSound(tokens, index) else { throw split.damage }
      let piece = 1 << 18
      workers.forEach((tokens.count + piece - 1) / piece) { part in
        for token in part * piece..<min((part + 1) * piece, tokens.count) {
          all[starts[index] + token] = number(of: tokens[token], in: index)
        }
      }
    }
    return all
  }

  /// All documents with the tokens `tokens`, as the engine compares them; of blocks it knows nothing.
  func compared(_ tokens: Slab<UInt32>) -> TokenCorpus {
    let starts = documents.reduce(into: [0]) { $0.append($0.last! + $1.tokens) }
    return TokenCorpus(
      tokens: tokens, documentStarts: starts, sources: documents.indices.map { UInt32($0) },
      blockStarts: [], wordHashes: [])
  }

  /// The documents of split `index`, as the engine hashes them; words are numbered as in the split.
  func corpus(ofSplit index: Int, _ plan: AuditPlan) throws(IndexError) -> TokenCorpus {
    let split = splits[index]
    let content = try split.content(inputs: plan.files(of: index).count)
    let found = try split.tokens(workers)
    guard isSound(found, index) else { throw split.damage }
    let tokens = Slab<UInt32>(uninitialized: found.count)
    for position in found.indices { tokens[position] = found[position] }
    return TokenCorpus(
      tokens: tokens,
      documentStarts: content.documents.map(\.ingested.tokenRange.lowerBound) + [found.count],
      sources: content.documents.indices.map { UInt32($0) },
      blockStarts: content.documents.flatMap(\.ingested.blockStarts),
      wordHashes: try split.words().map { RollingHash.hash(ofWord: $0) })
  }

  /// The corpus, as if it had been read at once.
  func corpus(_ plan: AuditPlan) throws(IndexError) -> Corpus {
    let count = starts.last!
    let separators = Slab<UInt8>(uninitialized: count)
    let columns = TokenPlaceColumns(capacity: count)
    var places = TokenPlaces(columns)
    var files: [CorpusFile] = []
    var documents: [CorpusDocument] = []
    var skipped: [SkippedFile] = []
    for (index, split) in splits.enumerated() {
      let inputs = plan.inputs[plan.files(of: index)]
      let content = try split.content(inputs: inputs.count)
      for exceptions in try write(content, of: index, to: separators, columns) {
        places.enter(exceptions)
      }
      for document in content.documents {
        let input = inputs[inputs.startIndex + content.files[document.file].input]
        documents.append(
          CorpusDocument(
            document.ingested, name: input.name, file: files.count + document.file,
            offset: starts[index]))
      }
      for file in content.files {
        files.append(
          try CorpusFile(file, of: split, inputs[inputs.startIndex + file.input]))
      }
      skipped += content.skipped
    }
    return Corpus(
      files: files, documents: documents, tokens: try tokens(), places: places,
      separators: separators, words: vocabulary.words, clusters: vocabulary.clusters,
      skipped: skipped, reading: plan.settings.reading)
  }

  /// Writes separators and places of split `index`; the places that did not fit.
  private func write(
    _ content: SplitDocuments.Content, of index: Int, to all: Slab<UInt8>,
    _ columns: TokenPlaceColumns
  ) throws(IndexError) -> [TokenPlaceColumns.Exceptions] {
    let split = splits[index]
    let start = starts[index]
    nonisolated(unsafe) let separators = try split.separators(workers)
    nonisolated(unsafe) let places = try split.places(workers)
    guard (content.documents.last?.places.upperBound ?? 0) == places.count else {
      throw split.damage
    }
    let written = workers.map(content.documents.count) { document in
      let document = content.documents[document]
      for token in document.ingested.tokenRange {
        all[start + token] = separators[token]
      }
      var reader = PlaceReader(UnsafeRawBufferPointer(rebasing: places[document.places]))
      let exceptions = columns.write(
        document.ingested.tokenRange.count, at: start + document.ingested.tokenRange.lowerBound
      ) { _ in reader.next() }
      return reader.isSound ? exceptions : nil
    }
    let exceptions = written.compactMap { $0 }
    guard exceptions.count == written.count else { throw split.damage }
    return exceptions
  }
}

/// Reads the places of the tokens of a document.
private struct PlaceReader {
  private var bytes: ByteReader
  private var last = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = ByteReader(bytes) }

  var isSound: Bool { bytes.isSound && bytes.isAtEnd }

  mutating func next() -> Range<Int> {
    let start = last &+ max(0, min(bytes.number(), 1 << 32))
    last = start &+ max(0, min(bytes.number(), 1 << 32))
    return start..<last
  }
}

extension CorpusFile {
  fileprivate init(
    _ file: SplitDocuments.Content.File, of split: SplitDocuments, _ input: AuditPlan.Input
  ) throws(IndexError) {
    self.init(
      input: InputPath(path: input.path, name: input.name, isNamed: input.isNamed),
      hash: file.hash, content: try split.text(file.text), source: file.source,
      directives: file.directives, metadata: file.metadata)
  }
}
