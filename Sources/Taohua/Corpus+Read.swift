internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import Synchronization
internal import TextIngest

extension Corpus {
  /// Reads `paths` on `jobs` threads.
  ///
  /// A file that cannot be read is in `skipped`, with a reason in words that names the place.
  public static func read(
    _ paths: [InputPath], settings: ReadingSettings = ReadingSettings(), jobs: Int,
    progress: ProgressHandler? = nil
  ) -> Corpus {
    let sorted = paths.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let workers = Workers(count: jobs)
    let meter = ReadingMeter(total: sorted.count, handler: progress)
    let texts = workers.map(sorted.count) { FileText(of: sorted[$0], settings.ingest) }
    let sizes = texts.map(\.byteCount)
    return assembled(sorted, sizes: sizes, settings, workers: workers) { index in
      defer { meter.count() }
      return texts[index].ingested(settings.ingest)
    }
  }

  /// The corpus of `inputs`, which are in order of name.
  ///
  /// - Parameters:
  ///   - sizes: bytes of each.
  ///   - settings: how they are read.
  ///   - ingest: reads the input with an index, on any thread.
  static func assembled(
    _ inputs: [InputPath], sizes: [Int], _ settings: ReadingSettings, workers: Workers,
    ingest: @Sendable (Int) -> Result<(IngestedFile, ContentHash), IngestError>
  ) -> Corpus {
    var builder = CorpusBuilder(capacity: sizes.reduce(0, +))
    for batch in batches(sizes) {
      let ingested = workers.map(batch.count) { ingest(batch.lowerBound + $0) }
      builder.append(ingested, of: inputs[batch], workers: workers)
    }
    return builder.corpus(settings)
  }

  /// Files of some 16 MB together: the tables of one batch take the memory of those of the batch
  /// before.
  private static func batches(_ sizes: [Int]) -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var first = 0
    var size = 0
    for (index, bytes) in sizes.enumerated() {
      size += bytes
      if size >= 16 << 20 || index == sizes.count - 1 {
        batches.append(first..<index + 1)
        first = index + 1
        size = 0
      }
    }
    return batches
  }
}

/// The text of a file, or why there is none.
private struct FileText: Sendable {
  private let result: Result<(SourceText, ContentHash), IngestError>

  /// Reads the file `input`.
  init(of input: InputPath, _ settings: IngestSettings) {
    result = Result { () throws(IngestError) in
      let content = try FileText.content(of: input)
      let format = try Reader.format(ofFileName: input.name)
      let text = try Reader.text(of: content, format: format, settings: settings)
      return (text, ContentHash(of: content))
    }
  }

  private static func content(of input: InputPath) throws(IngestError) -> [UInt8] {
    if let content = input.content { return content }
    return try Reader.content(path: input.path, name: input.name)
  }

  /// Of the text: a document in an archive has more of it than it has bytes.
  var byteCount: Int { (try? result.get().0.content.count) ?? 0 }

  func ingested(_ settings: IngestSettings) -> Result<(IngestedFile, ContentHash), IngestError> {
    result.map { text, hash in (Reader.ingest(text, settings: settings), hash) }
  }
}

/// Says how many files were read, some 200 times.
private final class ReadingMeter: Sendable {
  private let total: Int
  private let handler: ProgressHandler?
  private let completed = Atomic<Int>(0)

  init(total: Int, handler: ProgressHandler?) {
    self.total = total
    self.handler = handler
  }

  func count() {
    let count = completed.wrappingAdd(1, ordering: .relaxed).newValue
    if count % max(1, total / 200) == 0 {
      handler?(Progress(stage: .reading, completed: count, total: total))
    }
  }
}

/// Puts files together, batch by batch, into the flat arrays of a corpus.
private struct CorpusBuilder {
  private let tokens: Slab<UInt32>
  private let starts: Slab<UInt32>
  private let lengths: Slab<UInt8>
  private let separators: Slab<UInt8>
  private var longLengths: [Int: Int] = [:]
  private var filled = 0
  private var vocabulary = Vocabulary()
  private var files: [CorpusFile] = []
  private var documents: [CorpusDocument] = []
  private var skipped: [SkippedFile] = []

  /// - Parameter capacity: bytes of all texts; a token has one at least. What is never touched takes no
  ///   memory.
  init(capacity: Int) {
    tokens = Slab(uninitialized: capacity)
    starts = Slab(uninitialized: capacity)
    lengths = Slab(uninitialized: capacity)
    separators = Slab(uninitialized: capacity)
  }

  /// Appends the files of a batch, in order of name.
  mutating func append(
    _ results: [Result<(IngestedFile, ContentHash), IngestError>], of inputs: ArraySlice<InputPath>,
    workers: Workers
  ) {
    var ingested: [IngestedFile] = []
    var mappings: [[UInt32]] = []
    var offsets: [Int] = []
    for (input, result) in zip(inputs, results) {
      switch result {
      case .success((let file, let hash)):
        offsets.append(filled)
        mappings.append(vocabulary.enter(file.words.words))
        documents += file.documents.map {
          CorpusDocument($0, name: input.name, file: files.count, offset: filled)
        }
        filled += file.tokens.count
        files.append(
          CorpusFile(
            input: input, hash: hash, content: file.content, source: file.source,
            directives: file.directives, metadata: file.metadata))
        ingested.append(file)
      case .failure(let error):
        skipped.append(SkippedFile(path: input.name, reason: error.reason, isFailure: true))
      }
    }
    flatten(ingested.map(\.tokens), mappings, offsets, workers)
  }

  private mutating func flatten(
    _ tables: [TokenTable], _ mappings: [[UInt32]], _ offsets: [Int], _ workers: Workers
  ) {
    let columns = (tokens, starts, lengths, separators)
    let long = workers.map(tables.count) { index in
      let (tokens, starts, lengths, separators) = columns
      let table = tables[index]
      let offset = offsets[index]
      var long: [(Int, Int)] = []
      for token in 0..<table.count {
        let value = table.values[token]
        tokens[offset + token] =
          value < TokenValue.firstWord
          ? value : mappings[index][Int(value - TokenValue.firstWord)]
        starts[offset + token] = table.starts[token]
        let length = Int(table.ends[token] - table.starts[token])
        lengths[offset + token] = UInt8(min(length, Corpus.longToken))
        if length >= Corpus.longToken { long.append((offset + token, length)) }
        separators[offset + token] = table.separators[token].rawValue
      }
      return long
    }
    for (position, length) in long.joined() { longLengths[position] = length }
  }

  /// The corpus of all batches.
  func corpus(_ reading: ReadingSettings) -> Corpus {
    tokens.truncate(to: filled)
    starts.truncate(to: filled)
    lengths.truncate(to: filled)
    separators.truncate(to: filled)
    return Corpus(
      files: files, documents: documents, tokens: tokens, starts: starts, lengths: lengths,
      longLengths: longLengths, separators: separators, words: vocabulary.words,
      clusters: vocabulary.clusters, skipped: skipped,
      reading: reading)
  }
}

extension CorpusDocument {
  fileprivate init(_ document: IngestedDocument, name: String, file: Int, offset: Int) {
    self.init(
      id: document.part.map { "\(name)#\($0)" } ?? name, file: file, part: document.part,
      title: document.title, byteRange: document.byteRange,
      tokens: document.tokenRange.lowerBound + offset..<document.tokenRange.upperBound + offset,
      blockStarts: document.blockStarts.map { $0 + UInt32(offset) }, joins: document.joins,
      characters: document.characters, date: document.date, bodyStart: document.bodyStart,
      sections: document.sections, stretches: document.stretches, flags: document.flags)
  }
}

/// Numbers words over all files, in the order of the files and of first occurrence in them.
struct Vocabulary {
  private(set) var words: [String] = []
  /// The numbers of characters with marks, of scripts without spaces.
  private(set) var clusters: Set<UInt32> = []
  private var indices: [String: UInt32] = [:]

  /// The token numbers of `words`, entering the new ones.
  mutating func enter(_ words: [String]) -> [UInt32] {
    words.map { word in
      if let number = indices[word] { return number }
      let number = TokenValue.firstWord + UInt32(self.words.count)
      self.words.append(word)
      if TokenKind(scalar: word.unicodeScalars.first?.value ?? 0) != .word {
        clusters.insert(number)
      }
      indices[word] = number
      return number
    }
  }
}
