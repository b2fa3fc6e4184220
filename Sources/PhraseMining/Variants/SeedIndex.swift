internal import ShingleEngine

/// Names the phrases that hold a short run of tokens: where such a run stands outside them, an edited
/// place of the phrase may be.
struct SeedIndex: Sendable {
  /// Tokens of a run.
  let length: Int
  let hash: RollingHash
  private let filter: Bitset
  private let filterShift: UInt64
  /// The first entry of each bucket, and at last the number of entries.
  private let starts: [UInt32]
  private let bucketShift: UInt64
  private let entries: [Entry]

  private struct Entry: Sendable {
    var hash: UInt64
    var phrase: Int32
    /// Tokens of the phrase.
    var length: Int32
  }

  /// A run that so many phrases hold tells none of them: without this bound the work would grow with
  /// the square of the phrases.
  private static let maximumPhrases = 64

  /// - Parameters:
  ///   - phrases: indices of the phrases that are looked for.
  ///   - patterns: all phrases.
  ///   - length: tokens of a run.
  ///   - wordHashes: of the corpus.
  init(_ phrases: [Int], of patterns: [[UInt32]], length: Int, wordHashes: [UInt64]) {
    self.length = length
    let hash = RollingHash(length: length, wordHashes: wordHashes)
    self.hash = hash
    var all: [Entry] = []
    all.reserveCapacity(phrases.reduce(0) { $0 + max(0, patterns[$1].count - length + 1) })
    for phrase in phrases {
      let tokens = patterns[phrase]
      guard tokens.count >= length else { continue }
      for start in 0...tokens.count - length {
        let seed = hash.hash(of: tokens[start..<start + length])
        all.append(Entry(hash: seed, phrase: Int32(phrase), length: Int32(tokens.count)))
      }
    }
    all.sort { ($0.hash, $1.length, $0.phrase) < ($1.hash, $0.length, $1.phrase) }
    let kept = Self.specific(all)
    var bits: UInt64 = 6
    while 1 << bits < 2 * kept.count { bits += 1 }
    bucketShift = 64 - bits
    filterShift = 64 - bits - 3
    var filter = Bitset(count: 1 << Int(bits + 3))
    var starts = [UInt32](repeating: 0, count: (1 << Int(bits)) + 1)
    for entry in kept {
      let place = Int(entry.hash >> filterShift)
      filter.insert(place..<place + 1)
      starts[Int(entry.hash >> bucketShift) + 1] += 1
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.filter = filter
    self.starts = starts
    entries = kept
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The entries of runs that few phrases hold, each phrase once.
  private static func specific(_ sorted: [Entry]) -> [Entry] {
    var kept: [Entry] = []
    kept.reserveCapacity(sorted.count)
    var first = 0
    while first < sorted.count {
      let start = kept.count
      let hash = sorted[first].hash
      while first < sorted.count, sorted[first].hash == hash {
        if kept.count == start || kept[kept.count - 1].phrase != sorted[first].phrase {
          kept.append(sorted[first])
        }
        first += 1
      }
      if kept.count - start > maximumPhrases { kept.removeLast(kept.count - start) }
    }
    return kept
  }

  /// Whether a phrase may hold a run with this hash: mostly none does.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool { filter.contains(Int(hash >> filterShift)) }

  /// Calls `body` with each phrase of more than `length` tokens that holds a run with this hash.
  @inline(__always)
  func forEachPhrase(of hash: UInt64, longerThan length: Int, _ body: (Int) -> Void) {
    let bucket = Int(hash >> bucketShift)
    for index in Int(starts[bucket])..<Int(starts[bucket + 1]) where entries[index].hash == hash {
      // The longest come first.
      if Int(entries[index].length) <= length { return }
      body(Int(entries[index].phrase))
    }
  }
}
