internal import CMachine
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
    _ paths: [InputPath], splitsCompilations: Bool = true, jobs: Int,
    progress: ProgressHandler? = nil
  ) -> Corpus {
    let sorted = paths.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let completed = Atomic<Int>(0)
    let step = max(1, sorted.count / 200)
    let workers = Workers(count: jobs)
    let results = workers.map(sorted.count) { index in
      let result = readFile(sorted[index], splitsCompilations)
      let count = completed.wrappingAdd(1, ordering: .relaxed).newValue
      if count % step == 0 {
        progress?(Progress(stage: .reading, completed: count, total: sorted.count))
      }
      return result
    }
    return assemble(sorted, results, workers)
  }

  private static func readFile(
    _ input: InputPath, _ splitsCompilations: Bool
  ) -> Result<IngestedFile, IngestError> {
    Result { () throws(IngestError) in
      try Reader.read(
        path: input.path, name: input.name, splitsCompilations: splitsCompilations)
    }
  }

  private static func assemble(
    _ inputs: [InputPath], _ results: consuming [Result<IngestedFile, IngestError>],
    _ workers: Workers
  ) -> Corpus {
    var files: [CorpusFile] = []
    var ingested: [IngestedFile] = []
    var skipped: [SkippedFile] = []
    for index in inputs.indices {
      let input = inputs[index]
      switch results[index] {
      case .success(let file):
        files.append(
          CorpusFile(
            input: input, hash: ContentHash(of: file.content), content: file.content))
        ingested.append(file)
      case .failure(let error):
        skipped.append(
          SkippedFile(path: input.name, reason: error.reason, isFailure: true))
      }
    }
    results = []
    let corpus = Corpus(files: files, ingested: ingested, skipped: skipped, workers: workers)
    ingested.removeAll()
    // What the files' own tables took is a quarter of all memory that an audit needs, in pieces that
    // the allocator would keep.
    cmachine_trim()
    return corpus
  }

  private init(
    files: [CorpusFile], ingested: [IngestedFile], skipped: [SkippedFile], workers: Workers
  ) {
    var vocabulary = Vocabulary()
    let mappings = ingested.map { vocabulary.enter($0.words.words) }
    var offsets = [0]
    for file in ingested { offsets.append(offsets.last! + file.tokens.count) }
    let count = offsets.last!
    let tokens = Slab<UInt32>(uninitialized: count)
    let starts = Slab<UInt32>(uninitialized: count)
    let lengths = Slab<UInt8>(uninitialized: count)
    let separators = Slab<UInt8>(uninitialized: count)
    let places = offsets
    let long = workers.map(ingested.count) { index in
      let table = ingested[index].tokens
      let offset = places[index]
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
    self.files = files
    self.tokens = tokens
    self.starts = starts
    self.lengths = lengths
    longLengths = Dictionary(uniqueKeysWithValues: long.joined())
    self.separators = separators
    self.words = vocabulary.words
    self.skipped = skipped
    documents = ingested.indices.flatMap { index in
      ingested[index].documents.map {
        CorpusDocument($0, name: files[index].input.name, file: index, offset: places[index])
      }
    }
  }
}

extension CorpusDocument {
  fileprivate init(_ document: IngestedDocument, name: String, file: Int, offset: Int) {
    self.init(
      id: document.part.map { "\(name)#\($0)" } ?? name, file: file, part: document.part,
      title: document.title, byteRange: document.byteRange,
      tokens: document.tokenRange.lowerBound + offset..<document.tokenRange.upperBound + offset,
      blockStarts: document.blockStarts.map { $0 + UInt32(offset) }, joins: document.joins,
      characters: document.characters)
  }
}

/// Numbers words over all files, in the order of the files and of first occurrence in them.
struct Vocabulary {
  private(set) var words: [String] = []
  private var indices: [String: UInt32] = [:]

  /// The token numbers of `words`, entering the new ones.
  mutating func enter(_ words: [String]) -> [UInt32] {
    words.map { word in
      if let number = indices[word] { return number }
      let number = TokenValue.firstWord + UInt32(self.words.count)
      self.words.append(word)
      indices[word] = number
      return number
    }
  }
}

extension IngestError {
  /// The reason in words, for the list of skipped files.
  package var reason: String {
    switch self {
    case .unreadable(let code): "cannot be read: \(SystemError(code: code).description)"
    case .notAFile: "is no regular file"
    case .binary(let offset): "is a binary file: a NUL byte at byte offset \(offset)"
    case .notUTF8(let offset):
      "is not UTF-8: an invalid byte at byte offset \(offset); convert it to UTF-8"
    case .unsupportedFormat(let format):
      "has a format that is not read yet (.\(format)); save it as text (.txt, .md) in UTF-8"
    case .tooLarge(let bytes): "has \(bytes) bytes, more than the 4 GiB that can be read"
    }
  }
}
