/// The windows of one length in drafts, told apart by what they say.
package struct DraftWindows: Sendable {
  /// What stands for no window.
  package static let none = UInt32.max

  let drafts: TokenCorpus
  /// Tokens of a window.
  package let length: Int
  /// The tokens that are looked at, and those about them that documents are compared with.
  package let span: Range<Int>
  /// For each position of the span the class of the window that begins there; ``none`` where there is
  /// none. Classes are in the order of their first places.
  let classes: [UInt32]
  /// The places of the windows, rising in each class, class after class; then those of `rareRanges`.
  private let places: [UInt32]
  private let starts: [Int]
  /// Of classes that stand in more than ``CensusTaker/maximumPlaces``, where in `places` those in drafts are
  /// where they do not.
  private let rareRanges: [UInt32: Range<Int>]

  /// The windows in `ranges`, of which each lies in one block. O(n).
  ///
  /// - Parameters:
  ///   - drafts: the drafts.
  ///   - ranges: the tokens that are looked at, without overlap.
  ///   - length: tokens of a window.
  ///   - span: holds the ranges; the smallest that does if it is nil.
  ///   - hashBits: fewer than 64 only in tests.
  package init(
    _ drafts: TokenCorpus, in ranges: [Range<Int>], length: Int, span: Range<Int>? = nil,
    hashBits: Int = 64
  ) {
    self.drafts = drafts
    self.length = length
    let span =
      span ?? (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
    self.span = span
    var classes = [UInt32](repeating: Self.none, count: span.count)
    var counts: [Int] = []
    for (position, first) in Self.firstPlaces(
      drafts, ranges, length: length, hashBits: hashBits)
    {
      let offset = Int(position) - span.lowerBound
      if first == position {
        classes[offset] = UInt32(counts.count)
        counts.append(1)
      } else {
        classes[offset] = classes[Int(first) - span.lowerBound]
        counts[Int(classes[offset])] += 1
      }
    }
    self.classes = classes
    starts = counts.reduce(into: [0]) { $0.append($0.last! + $1) }
    var next = starts
    var places = [UInt32](repeating: 0, count: starts.last!)
    for (offset, window) in classes.enumerated() where window != Self.none {
      places[next[Int(window)]] = UInt32(span.lowerBound + offset)
      next[Int(window)] += 1
    }
    rareRanges = Self.addRarePlaces(drafts, to: &places, starts)
    self.places = places
  }

  /// The number of classes.
  package var count: Int { starts.count - 1 }

  /// The class of the window that begins at `position`; ``none`` if none does.
  package func window(at position: Int) -> UInt32 {
    span.contains(position) ? classes[position - span.lowerBound] : Self.none
  }

  /// How many windows are of class `window`.
  @inline(__always)
  func placeCount(of window: UInt32) -> Int {
    starts[Int(window) + 1] - starts[Int(window)]
  }

  /// The indices of the places where windows of `window` stand in the drafts, rising; see ``place(_:)``.
  ///
  /// Indices, not a part of the array: that would be counted as one more owner of it, once for each window of a
  /// corpus and by all threads in one place.
  @inline(__always)
  func places(of window: UInt32) -> Range<Int> { starts[Int(window)]..<starts[Int(window) + 1] }

  /// The same without those in drafts where it stands in too many places. What it is in other drafts does
  /// not matter, so that the answer for a draft does not depend on them.
  func rarePlaces(of window: UInt32) -> Range<Int> {
    let all = places(of: window)
    return all.count > CensusTaker.maximumPlaces ? rareRanges[window] ?? 0..<0 : all
  }

  /// Where in the drafts the place of this index is.
  @inline(__always)
  func place(_ index: Int) -> Int { Int(places[index]) }

  /// Adds the places in drafts where their windows are not too many, and says where in `places` they are.
  private static func addRarePlaces(
    _ drafts: TokenCorpus, to places: inout [UInt32], _ starts: [Int]
  ) -> [UInt32: Range<Int>] {
    var ranges: [UInt32: Range<Int>] = [:]
    for window in starts.indices.dropLast()
    where starts[window + 1] - starts[window] > CensusTaker.maximumPlaces {
      let firstRare = places.count
      var rest = starts[window]..<starts[window + 1]
      while let first = rest.first {
        let end = drafts.range(of: drafts.document(at: Int(places[first]))).upperBound
        let own = rest.prefix { places[$0] < end }
        rest = rest.dropFirst(own.count)
        if own.count <= CensusTaker.maximumPlaces { places += own.map { places[$0] } }
      }
      ranges[UInt32(window)] = firstRare..<places.count
    }
    return ranges
  }

  /// Where the first window of `window` stands.
  func firstPlace(of window: Int) -> Int { place(starts[window]) }

  /// The place of each window, rising, and the first place of the same one.
  private static func firstPlaces(
    _ drafts: TokenCorpus, _ ranges: [Range<Int>], length: Int, hashBits: Int
  ) -> [(position: UInt32, first: UInt32)] {
    let hash = RollingHash(length: length, wordHashes: drafts.wordHashes, bits: hashBits)
    var firsts: [(position: UInt32, first: UInt32)] = []
    let count = ranges.reduce(0) { $0 + $1.count }
    firsts.reserveCapacity(count)
    // A first place + 1, by the hash.
    var bits: UInt64 = 6
    while 1 << bits < 2 * count { bits += 1 }
    let slots = Slab<UInt32>(zeroed: 1 << Int(bits))
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      hash.forEachWindow(from: range, of: drafts) { position, value in
        var probes = ProbeSequence(from: Int(value >> (64 - bits)))
        while slots[probes.slot] != 0,
          !drafts.equal(Int(slots[probes.slot]) - 1, position, length: length)
        {
          probes.advance(in: slots.count) {
            TokenHash.hash(of: drafts.tokens, at: position, length: length)
          }
        }
        if slots[probes.slot] == 0 { slots[probes.slot] = UInt32(position + 1) }
        firsts.append((UInt32(position), slots[probes.slot] - 1))
      }
    }
    return firsts
  }
}
