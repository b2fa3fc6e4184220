internal import ShingleEngine

/// Finds every occurrence of many token sequences in one pass over the corpus.
///
/// The multiple-pattern search of Karp and Rabin (1987): the rolling hash of the shortest pattern's
/// length names the patterns that may begin here, a bit filter in front of the table keeps most
/// positions from touching it, and each hit is verified on the tokens.
struct PhraseFinder: Sendable {
  private let corpus: TokenCorpus
  private let hash: RollingHash
  private let patterns: [[UInt32]]
  /// Patterns by the hash of their first tokens.
  private let table: [UInt64: [Int32]]
  private let filter: Bitset

  private static let filterBits: UInt64 = 20

  /// - Precondition: no pattern is empty, and no two are equal.
  init(_ patterns: [[UInt32]], in corpus: TokenCorpus) {
    self.corpus = corpus
    self.patterns = patterns
    let length = patterns.map(\.count).min() ?? 1
    let hash = RollingHash(length: length, wordHashes: corpus.wordHashes)
    self.hash = hash
    var table: [UInt64: [Int32]] = [:]
    var filter = Bitset(count: 1 << Int(Self.filterBits))
    for (index, pattern) in patterns.enumerated() {
      let key = hash.hash(of: pattern.prefix(length))
      table[key, default: []].append(Int32(index))
      filter.insert(Self.filterIndex(key)..<Self.filterIndex(key) + 1)
    }
    self.table = table
    self.filter = filter
  }

  /// Where each pattern occurs in each of `parts`, ranges of documents. O(n) and the occurrences.
  func occurrences(in parts: [Range<Int>], workers: Workers) -> [Occurrences] {
    workers.map(parts.count) { part in
      Occurrences(
        patterns.isEmpty ? [] : scan(parts[part]), patterns: patterns.count,
        range: corpus.range(of: parts[part]))
    }
  }

  private func scan(_ documents: Range<Int>) -> [Occurrences.Hit] {
    var hits: [Occurrences.Hit] = []
    for block in corpus.blocks(in: corpus.range(of: documents)) {
      let end = corpus.blockEnd(block)
      hash.forEachWindow(in: block..<block + 1, of: corpus) { position, value in
        guard filter.contains(Self.filterIndex(value)), let candidates = table[value]
        else { return }
        for pattern in candidates where matches(Int(pattern), at: position, end: end) {
          hits.append(.init(pattern: pattern, position: UInt32(position)))
        }
      }
    }
    return hits
  }

  private func matches(_ pattern: Int, at position: Int, end: Int) -> Bool {
    let tokens = patterns[pattern]
    guard position + tokens.count <= end else { return false }
    for offset in tokens.indices where corpus.tokens[position + offset] != tokens[offset] {
      return false
    }
    return true
  }

  private static func filterIndex(_ hash: UInt64) -> Int {
    Int(hash >> (64 - filterBits))
  }
}

/// Where patterns occur in a part of the corpus, flat.
struct Occurrences: Sendable {
  struct Hit: Sendable {
    let pattern: Int32
    let position: UInt32
  }

  /// The positions of the part.
  let range: Range<Int>
  private let positions: [UInt32]
  private let starts: [UInt32]

  /// - Parameter hits: positions rising.
  fileprivate init(_ hits: [Hit], patterns: Int, range: Range<Int>) {
    self.range = range
    var starts = [UInt32](repeating: 0, count: patterns + 1)
    for hit in hits { starts[Int(hit.pattern) + 1] += 1 }
    for pattern in 0..<patterns { starts[pattern + 1] += starts[pattern] }
    var next = starts
    var positions = [UInt32](repeating: 0, count: hits.count)
    for hit in hits {
      positions[Int(next[Int(hit.pattern)])] = hit.position
      next[Int(hit.pattern)] += 1
    }
    self.positions = positions
    self.starts = starts
  }

  /// The positions of `pattern`, rising; occurrences may overlap.
  subscript(pattern: Int) -> ArraySlice<UInt32> {
    positions[Int(starts[pattern])..<Int(starts[pattern + 1])]
  }
}
