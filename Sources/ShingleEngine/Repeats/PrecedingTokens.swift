/// In how many sources each token stands before the occurrences of a sequence, while occurrences are added.
///
/// Most stand after one token, whose sources are stamped; the sources of the others are kept by open
/// addressing (Knuth, TAOCP 3, 6.4).
struct PrecedingTokens: ~Copyable {
  /// The most sources in which one token stands before occurrences.
  private(set) var mostSources = 0
  /// Whether one token stands before all of them.
  private(set) var isOne = true
  private var first: UInt32?
  private var usual: UInt32 = 0
  private var usualSources: SourceStamps
  /// A token (high half) and a source, or `all` for the number of sources in the same slot of `counts`.
  private var keys: [UInt64] = []
  private var counts: [Int] = []
  private var mask = 0

  /// No pair of a token and a source.
  private static let free = UInt64.max
  /// Stands for all sources: none has this number.
  private static let all = UInt64(UInt32.max)
  /// Stands for "the block begins here".
  private static let blockStart = UInt32.max

  init(sources: Int) { usualSources = SourceStamps(count: sources) }

  /// Forgets all.
  ///
  /// - Parameters:
  ///   - usual: the token that is before most occurrences.
  ///   - others: occurrences that will be added with another.
  mutating func clear(usual: UInt32, others: Int) {
    self.usual = usual
    usualSources.clear()
    mostSources = 0
    isOne = true
    first = nil
    var capacity = 8
    while capacity < 4 * others { capacity *= 2 }
    mask = capacity - 1
    if keys.count < capacity {
      keys = [UInt64](repeating: Self.free, count: capacity)
      counts = [Int](repeating: 0, count: capacity)
    } else {
      for slot in 0..<capacity { keys[slot] = Self.free }
    }
  }

  /// Adds an occurrence in `source` after `token`; `UInt32.max` where a block begins, which is none.
  mutating func add(_ token: UInt32, in source: UInt32) {
    if first == nil { first = token }
    isOne = isOne && token == first && token != Self.blockStart
    guard token != Self.blockStart && source != TokenCorpus.uncounted else { return }
    if token == usual {
      usualSources.add(source)
      mostSources = max(mostSources, usualSources.count)
      return
    }
    let pair = slot(of: UInt64(token) << 32 | UInt64(source))
    guard pair.isNew else { return }
    let total = slot(of: UInt64(token) << 32 | Self.all)
    counts[total.index] = total.isNew ? 1 : counts[total.index] + 1
    mostSources = max(mostSources, counts[total.index])
  }

  /// The slot of `key`, which is entered if it is new.
  private mutating func slot(of key: UInt64) -> (index: Int, isNew: Bool) {
    var slot = Int(RollingHash.mix(key) >> 32) & mask
    while keys[slot] != Self.free {
      if keys[slot] == key { return (slot, false) }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    return (slot, true)
  }
}
