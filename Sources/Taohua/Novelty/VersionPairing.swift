internal import ShingleEngine

/// Pairs the tokens of two versions of a text one to one, wherever they were moved to: a token of the
/// new version without a partner was added.
///
/// First what both begin and end with, which is nearly all of most edits. Then what stands between,
/// after Heckel ("A technique for isolating differences between files", 1978), with runs of
/// ``run`` tokens for lines: a run that stands once in each version is the same, and so are its
/// neighbours as far as they are equal; runs that stand more often are paired in their order. So the
/// copy of a phrase whose surroundings are old is the old one, and no run of ``run`` tokens is
/// left that both versions have without a partner. O(tokens).
struct VersionPairing {
  /// Fewer tokens that stand in another place are chance, not moved.
  static let run = 6

  /// For each token of the new version the index of its partner in the old one, or −1.
  private(set) var partners: [Int32]

  private let old: Slab<UInt32>
  private let new: Slab<UInt32>
  private var isTaken: [Bool]
  /// What is not at both ends the same.
  private var middle: (old: Range<Int>, new: Range<Int>)

  /// - Parameters:
  ///   - old: the tokens of the old version.
  ///   - new: those of the new one, with the same numbers for the same tokens.
  init(old: Slab<UInt32>, new: Slab<UInt32>) {
    self.old = old
    self.new = new
    partners = [Int32](repeating: -1, count: new.count)
    isTaken = [Bool](repeating: false, count: old.count)
    middle = (0..<old.count, 0..<new.count)
    pairEnds()
    if min(middle.old.count, middle.new.count) >= Self.run { pairRuns() }
  }

  private mutating func pair(_ newIndex: Int, _ oldIndex: Int) {
    partners[newIndex] = Int32(oldIndex)
    isTaken[oldIndex] = true
  }

  private mutating func pairEnds() {
    let count = min(old.count, new.count)
    var first = 0
    while first < count, old[first] == new[first] {
      pair(first, first)
      first += 1
    }
    var last = 0
    while last < count - first, old[old.count - 1 - last] == new[new.count - 1 - last] {
      last += 1
      pair(new.count - last, old.count - last)
    }
    middle = (first..<old.count - last, first..<new.count - last)
  }

  private mutating func pairRuns() {
    var places = RunPlaces(old, in: middle.old)
    let starts = middle.new.lowerBound...middle.new.upperBound - Self.run
    let hashes = starts.map { TokenHash.hash(of: new, at: $0, length: Self.run) }
    var counts: [UInt64: Int32] = [:]
    for hash in hashes { counts[hash, default: 0] += 1 }
    for (start, hash) in zip(starts, hashes) where counts[hash] == 1 {
      if let place = places.only(hash) { join(start, place) }
    }
    for (start, hash) in zip(starts, hashes) where isFree(new: start) {
      if let place = places.first(hash, where: { isFree(old: $0) }) { join(start, place) }
    }
  }

  private func isFree(new start: Int) -> Bool {
    (start..<start + Self.run).allSatisfy { partners[$0] < 0 }
  }

  private func isFree(old start: Int) -> Bool {
    (start..<start + Self.run).allSatisfy { !isTaken[$0] }
  }

  /// Pairs the runs at `newStart` and `oldStart`, if they are equal and free, and what is equal and free
  /// beside them.
  private mutating func join(_ newStart: Int, _ oldStart: Int) {
    guard isFree(new: newStart), isFree(old: oldStart),
      (0..<Self.run).allSatisfy({ new[newStart + $0] == old[oldStart + $0] })
    else { return }
    var (left, right) = (newStart - 1, oldStart - 1)
    while middle.new.contains(left), middle.old.contains(right), mayPair(left, right) {
      pair(left, right)
      (left, right) = (left - 1, right - 1)
    }
    (left, right) = (newStart, oldStart)
    while left < middle.new.upperBound, right < middle.old.upperBound, mayPair(left, right) {
      pair(left, right)
      (left, right) = (left + 1, right + 1)
    }
  }

  private func mayPair(_ newIndex: Int, _ oldIndex: Int) -> Bool {
    partners[newIndex] < 0 && !isTaken[oldIndex] && new[newIndex] == old[oldIndex]
  }
}

/// Where the runs of a version stand, by their hashes.
private struct RunPlaces {
  private struct Chain {
    var first: Int32
    var count: Int32
  }

  private var chains: [UInt64: Chain] = [:]
  /// For each place the next one of the same hash, −1 for none.
  private var next: [Int32]
  private let offset: Int

  init(_ tokens: Slab<UInt32>, in range: Range<Int>) {
    offset = range.lowerBound
    next = [Int32](repeating: -1, count: range.count)
    for start in (range.lowerBound...range.upperBound - VersionPairing.run).reversed() {
      let hash = TokenHash.hash(of: tokens, at: start, length: VersionPairing.run)
      let known = chains[hash]
      next[start - offset] = known?.first ?? -1
      chains[hash] = Chain(first: Int32(start), count: (known?.count ?? 0) + 1)
    }
  }

  /// The place of a run that stands once.
  func only(_ hash: UInt64) -> Int? {
    guard let chain = chains[hash], chain.count == 1, chain.first >= 0 else { return nil }
    return Int(chain.first)
  }

  /// The first place that is free; those before it never will be again, and are forgotten.
  mutating func first(_ hash: UInt64, where isFree: (Int) -> Bool) -> Int? {
    guard var chain = chains[hash] else { return nil }
    while chain.first >= 0, !isFree(Int(chain.first)) {
      chain.first = next[Int(chain.first) - offset]
    }
    chains[hash] = chain
    return chain.first >= 0 ? Int(chain.first) : nil
  }
}
