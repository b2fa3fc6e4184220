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
  /// Patterns by the hash of their first tokens, the longest first.
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

  /// Where each pattern occurs, rising; occurrences may overlap. O(n) and the occurrences.
  func occurrences(workers: Workers) -> Occurrences {
    let parts = corpus.parts(workers.count * 8)
    let hits = workers.map(parts.count) { scan(parts[$0]) }
    return Occurrences(hits, patterns: patterns.count)
  }

  private func scan(_ documents: Range<Int>) -> [Occurrences.Hit] {
    var hits: [Occurrences.Hit] = []
    let range =
      corpus.documentStarts[documents.lowerBound]..<corpus.documentStarts[documents.upperBound]
    for block in corpus.blocks(in: range) {
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

/// Positions by pattern, flat.
struct Occurrences: Sendable {
  struct Hit: Sendable {
    let pattern: Int32
    let position: UInt32
  }

  private let positions: [UInt32]
  private let starts: [Int]

  /// - Parameter hits: parts in the order of the corpus, positions rising in each.
  fileprivate init(_ hits: [[Hit]], patterns: Int) {
    var starts = [Int](repeating: 0, count: patterns + 1)
    for part in hits { for hit in part { starts[Int(hit.pattern) + 1] += 1 } }
    for pattern in 0..<patterns { starts[pattern + 1] += starts[pattern] }
    var next = starts
    var positions = [UInt32](repeating: 0, count: starts[patterns])
    for part in hits {
      for hit in part {
        positions[next[Int(hit.pattern)]] = hit.position
        next[Int(hit.pattern)] += 1
      }
    }
    self.positions = positions
    self.starts = starts
  }

  subscript(pattern: Int) -> ArraySlice<UInt32> {
    positions[starts[pattern]..<starts[pattern + 1]]
  }
}
