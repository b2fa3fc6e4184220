internal import CorpusIndex
internal import ShingleEngine

/// The living files of one segment, and which documents of the corpus they hold.
struct SegmentPart {
  private let segment: Segment
  /// Where each document of the segment begins, dead ones too, and at last where the last ends.
  private var starts: [Int] = [0]
  /// The number of each document of the segment; nil for dead ones.
  private var numbers: [UInt32?] = []

  /// The parts of `snapshot`, by segment.
  static func all(of snapshot: IndexSnapshot) -> [SegmentPart] {
    var firsts = snapshot.segments.map { [Int?](repeating: nil, count: $0.files.count) }
    var next = 0
    for entry in snapshot.manifest.entries {
      firsts[entry.segment][entry.file] = next
      next += snapshot.file(entry).tokenCounts.count
    }
    return zip(snapshot.segments, firsts).map { SegmentPart($0, firsts: $1) }
  }

  /// - Parameter firsts: the number of each file's first document; nil for dead ones.
  private init(_ segment: Segment, firsts: [Int?]) {
    self.segment = segment
    for (file, first) in zip(segment.files, firsts) {
      for (part, count) in file.tokenCounts.enumerated() {
        starts.append(starts.last! + count)
        numbers.append(first.map { UInt32($0 + part) })
      }
    }
  }

  func commonRuns(
    _ search: CommonRunSearch, _ words: [String: UInt32]
  ) throws(IndexError) -> CommonRuns {
    try withTokens(words) { search.runs(in: $0, starts: starts, numbers: numbers) }
  }

  func add(to counts: inout PairCounts, workers: Workers) throws(IndexError) {
    counts = try withTokens([:]) { tokens in
      var counts = counts
      counts.add(tokens, starts: starts, isCounted: numbers.map { $0 != nil }, workers: workers)
      return counts
    }
  }

  /// The sketch of `document`; nil if the segment does not hold it.
  func sketch(of document: Int, length: Int) throws(IndexError) -> [UInt64]? {
    guard let index = numbers.firstIndex(of: UInt32(document)) else { return nil }
    return try withTokens([:]) {
      Sketches.sketch(of: starts[index]..<starts[index + 1], in: $0, length: length)
    }
  }

  /// Calls `body` with the tokens of the segment, words numbered as `words` says.
  private func withTokens<Result>(
    _ words: [String: UInt32], _ body: (DocumentTokens) -> Result
  ) throws(IndexError) -> Result {
    let meanings = meanings(words)
    let codes = try segment.codes()
    let bits = try segment.blockBits()
    return bits.withUnsafeBufferPointer { bits in
      withExtendedLifetime(segment) {
        segment.codeWidth == 2
          ? body(
            .narrow(
              CodeColumn(
                codes: codes.assumingMemoryBound(to: UInt16.self), blockBits: bits,
                meanings: meanings)))
          : body(
            .wide(
              CodeColumn(
                codes: codes.assumingMemoryBound(to: UInt32.self), blockBits: bits,
                meanings: meanings)))
      }
    }
  }

  private func meanings(_ words: [String: UInt32]) -> CodeMeanings {
    var tokens: [UInt32] = []
    var characters: [UInt32?] = []
    var hashes: [UInt64] = []
    for entry in segment.dictionary {
      switch entry {
      case .character(let token):
        tokens.append(token)
        characters.append(token)
        hashes.append(0)
      case .word(let word):
        tokens.append(words[word] ?? TokenCorpus.unknown)
        characters.append(nil)
        hashes.append(RollingHash.hash(ofWord: word))
      }
    }
    return CodeMeanings(tokens: tokens, characters: characters, wordHashes: hashes)
  }
}
