internal import ShingleEngine

/// Pairs the tokens of two documents one to one (Greedy String Tiling; Wise, 1993): the longest runs
/// first, of equal ones that whose numbers agree too, then that which stands nearest to what is paired
/// already.
///
/// A free set of matches would swell wherever a side repeats itself.
struct PassageTiling {
  private let corpus: TokenCorpus
  private let left: Range<Int>
  private let right: Range<Int>
  private let settings: AlignmentSettings
  /// Tells what filled a slot.
  private let slotValue: @Sendable (Int) -> Int
  /// What each token of the left is paired with, and each of the right: position + 1, or 0.
  private var partners: [Int32]
  private var takenRight: [Bool]
  private(set) var tiles: [Tile] = []

  init(
    corpus: TokenCorpus, left: Range<Int>, right: Range<Int>, settings: AlignmentSettings,
    slotValue: @escaping @Sendable (Int) -> Int
  ) {
    self.corpus = corpus
    self.slotValue = slotValue
    self.left = left
    self.right = right
    self.settings = settings
    partners = [Int32](repeating: 0, count: left.count)
    takenRight = [Bool](repeating: false, count: right.count)
  }

  private struct Entry: Comparable {
    let tile: Tile
    /// Slots of which both sides were filled with the same.
    let equalSlots: Int
    let distance: Int

    static func < (a: Entry, b: Entry) -> Bool {
      if a.tile.length != b.tile.length { return a.tile.length < b.tile.length }
      if a.equalSlots != b.equalSlots { return a.equalSlots < b.equalSlots }
      if a.distance != b.distance { return a.distance > b.distance }
      return (a.tile.left, a.tile.right) > (b.tile.left, b.tile.right)
    }
  }

  /// The tiles of `runs`, by left position.
  mutating func tile(_ runs: [Tile]) -> [Tile] {
    var heap = Heap<Entry>()
    for run in runs { heap.insert(entry(run, distance: 0)) }
    while let entry = heap.popMaximum() {
      for rest in free(entry.tile) {
        let now = self.entry(rest, distance: distance(of: rest))
        if rest.length == entry.tile.length && now.distance <= entry.distance {
          take(rest)
        } else if rest.length >= settings.seed {
          heap.insert(now)
        }
      }
    }
    addSmall()
    return tiles.sorted { $0.left < $1.left }
  }

  private func entry(_ tile: Tile, distance: Int) -> Entry {
    let equal = (0..<tile.length).count { offset in
      corpus.tokens[tile.left + offset] == TokenCorpus.slot
        && slotValue(tile.left + offset) == slotValue(tile.right + offset)
    }
    return Entry(tile: tile, equalSlots: equal, distance: distance)
  }

  /// The parts of `tile` of which both sides are free.
  private func free(_ tile: Tile) -> [Tile] {
    var parts: [Tile] = []
    var start: Int?
    for offset in 0...tile.length {
      let isFree =
        offset < tile.length && partners[tile.left + offset - left.lowerBound] == 0
        && !takenRight[tile.right + offset - right.lowerBound]
      if isFree {
        start = start ?? offset
      } else if let first = start {
        parts.append(
          Tile(left: tile.left + first, right: tile.right + first, length: offset - first))
        start = nil
      }
    }
    return parts
  }

  private mutating func take(_ tile: Tile) {
    for offset in 0..<tile.length {
      partners[tile.left + offset - left.lowerBound] = Int32(tile.right + offset + 1)
      takenRight[tile.right + offset - right.lowerBound] = true
    }
    tiles.append(tile)
  }

  /// How far the nearest pairs on the left are from where this tile would put them on the right; few
  /// tokens about the tile are looked at.
  private func distance(of tile: Tile) -> Int {
    var best = Int.max / 2
    for step in 1...2 * settings.reach {
      let before = tile.left - step - left.lowerBound
      if before >= 0, partners[before] > 0 {
        best = min(best, abs(Int(partners[before]) - 1 - (tile.right - step)))
        break
      }
    }
    for step in 0..<2 * settings.reach {
      let after = tile.left + tile.length + step - left.lowerBound
      if after < partners.count, partners[after] > 0 {
        best = min(best, abs(Int(partners[after]) - 1 - (tile.right + tile.length + step)))
        break
      }
    }
    return best
  }

  /// Adds short runs beside tiles on both sides.
  private mutating func addSmall() {
    var next = 0
    while next < tiles.count {
      let tile = tiles[next]
      next += 1
      for run in small(beside: tile) where free(run) == [run] { take(run) }
    }
  }

  /// The free runs of a few tokens near `tile`, the longest first.
  private func small(beside tile: Tile) -> [Tile] {
    let near = settings.near
    var found: [Tile] = []
    let lefts = [
      tile.left - near..<tile.left, tile.left + tile.length..<tile.left + tile.length + near,
    ]
    let rights = [
      tile.right - near..<tile.right, tile.right + tile.length..<tile.right + tile.length + near,
    ]
    for a in lefts.joined() where isFree(left: a) {
      for b in rights.joined() where isFree(right: b) && corpus.tokens[a] == corpus.tokens[b] {
        if isFree(left: a - 1), isFree(right: b - 1), corpus.tokens[a - 1] == corpus.tokens[b - 1] {
          continue
        }
        var length = 1
        while isFree(left: a + length), isFree(right: b + length),
          corpus.tokens[a + length] == corpus.tokens[b + length]
        {
          length += 1
        }
        if length >= settings.smallest {
          found.append(Tile(left: a, right: b, length: length))
        }
      }
    }
    return found.sorted { ($1.length, $0.left, $0.right) < ($0.length, $1.left, $1.right) }
  }

  private func isFree(left position: Int) -> Bool {
    left.contains(position) && partners[position - left.lowerBound] == 0
  }

  private func isFree(right position: Int) -> Bool {
    right.contains(position) && !takenRight[position - right.lowerBound]
  }
}
