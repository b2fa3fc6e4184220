internal import CorpusIndex
internal import ShingleEngine

/// The living files of one segment, and which documents of the corpus they hold.
struct SegmentPart: Sendable {
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

  /// The documents with their tokens, words numbered as `words` says.
  func documents(
    words: [String: UInt32], workers: Workers
  ) throws(IndexError) -> DocumentPart {
    let meanings = meanings(words)
    let codes = try segment.codes { workers.forEach($0, $1) }.baseAddress!
    let bits = try segment.blockBits()
    let tokens: DocumentTokens =
      segment.codeWidth == 2
      ? .narrow(
        CodeColumn(
          codes: codes.assumingMemoryBound(to: UInt16.self), of: segment, blockBits: bits,
          meanings: meanings))
      : .wide(
        CodeColumn(
          codes: codes.assumingMemoryBound(to: UInt32.self), of: segment, blockBits: bits,
          meanings: meanings))
    return DocumentPart(tokens: tokens, starts: starts, numbers: numbers)
  }

  private func meanings(_ words: [String: UInt32]) -> CodeMeanings {
    var tokens: [UInt32] = []
    var hashes: [UInt64] = []
    for entry in segment.dictionary {
      switch entry {
      case .character(let token):
        tokens.append(token)
        hashes.append(0)
      case .word(let word):
        tokens.append(words[word] ?? TokenCorpus.unknown)
        hashes.append(RollingHash.hash(ofWord: word))
      }
    }
    return CodeMeanings(tokens: tokens, wordHashes: hashes)
  }
}
