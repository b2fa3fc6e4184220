/// The windows of one document by hash, for asking where a sequence stood first.
package struct WindowTable {
  private let corpus: TokenCorpus
  private let hash: RollingHash
  /// Position + 1 of the first window of each sequence; open addressing.
  private var slots: [UInt32]
  private var hashes: [UInt64]
  private let mask: Int

  /// An empty table for the windows of `document`.
  package init(capacityFor document: Int, in corpus: TokenCorpus, hash: RollingHash) {
    self.corpus = corpus
    self.hash = hash
    var capacity = 16
    while capacity < 2 * corpus.range(of: document).count { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    hashes = [UInt64](repeating: 0, count: capacity)
    mask = capacity - 1
  }

  /// The table of `document`'s windows of `hash.length` tokens. O(n).
  init(of document: Int, in corpus: TokenCorpus, hash: RollingHash) {
    self.init(capacityFor: document, in: corpus, hash: hash)
    hash.forEachWindow(in: corpus.blocks(in: corpus.range(of: document)), of: corpus) {
      insert($1, at: $0)
    }
  }

  /// Enters the window at `position`; the position of an equal one that was entered before.
  @discardableResult
  package mutating func insert(_ value: UInt64, at position: Int) -> Int? {
    let slot = find(value, position)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    slots[slot] = UInt32(position + 1)
    hashes[slot] = value
    return nil
  }

  /// The slot that holds the window at `position`, or the free one where it belongs.
  @inline(__always)
  private func find(_ value: UInt64, _ position: Int) -> Int {
    var slot = Int(truncatingIfNeeded: value) & mask
    while slots[slot] != 0 {
      if hashes[slot] == value
        && corpus.equal(Int(slots[slot]) - 1, position, length: hash.length)
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Whether no more than one in `missingShare` tokens of `document` lies outside the windows that
  /// stand here.
  ///
  /// Stops as soon as too many tokens are missing.
  func covers(_ document: Int, missingShare: Int) -> Bool {
    let range = corpus.range(of: document)
    let allowed = range.count / missingShare
    var missing = 0
    var covered = range.lowerBound
    for block in corpus.blocks(in: range) {
      let start = Int(corpus.blockStarts[block])
      let end = corpus.blockEnd(block)
      covered = max(covered, start)
      var sum: UInt64 = 0
      for position in start..<end {
        let first = position - hash.length + 1
        let token = corpus.tokens[position]
        sum =
          first > start
          ? hash.rolling(sum, entering: token, leaving: corpus.tokens[first - 1])
          : hash.entering(token, sum)
        guard first >= start else { continue }
        if slots[find(hash.finish(sum), first)] != 0 {
          covered = position + 1
        } else if first >= covered {
          missing += 1
          covered = first + 1
          if missing > allowed { return false }
        }
      }
      missing += max(0, end - covered)
      covered = end
      if missing > allowed { return false }
    }
    return true
  }
}
