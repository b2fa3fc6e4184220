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
  private var keys = Slab<UInt64>(uninitialized: 0)
  private var counts = Slab<UInt32>(uninitialized: 0)
  /// The slots that are in use, less 1.
  private var mask = 0
  private var free = 0

  /// Slots at the beginning: of most nodes no more are needed.
  private static let usualSlots = 64
  /// No pair of a token and a source.
  private static let none = UInt64.max
  /// Stands for all sources: none has this number.
  private static let all = UInt64(UInt32.max)
  /// Stands for "the block begins here".
  private static let blockStart = UInt32.max

  init(sources: Int) { usualSources = SourceStamps(count: sources) }

  /// Forgets all.
  ///
  /// - Parameters:
  ///   - usual: the token that is before most occurrences.
  ///   - count: occurrences that will be added.
  mutating func clear(usual: UInt32, count: Int) {
    self.usual = usual
    usualSources.clear()
    mostSources = 0
    isOne = true
    first = nil
    var capacity = 8
    while capacity < min(4 * count, Self.usualSlots) { capacity *= 2 }
    empty(capacity)
  }

  /// Takes `capacity` slots, all free.
  private mutating func empty(_ capacity: Int) {
    if keys.count < capacity {
      keys = Slab(uninitialized: capacity)
      counts = Slab(uninitialized: capacity)
    }
    for slot in 0..<capacity { keys[slot] = Self.none }
    mask = capacity - 1
    free = capacity / 2
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
    if free < 2 { grow() }
    let pair = slot(of: UInt64(token) << 32 | UInt64(source))
    guard pair.isNew else { return }
    let total = slot(of: UInt64(token) << 32 | Self.all)
    counts[total.index] = total.isNew ? 1 : counts[total.index] + 1
    mostSources = max(mostSources, Int(counts[total.index]))
  }

  /// Doubles the slots.
  private mutating func grow() {
    let known = (0...mask).filter { keys[$0] != Self.none }.map { (keys[$0], counts[$0]) }
    empty(2 * (mask + 1))
    for (key, count) in known { counts[slot(of: key).index] = count }
  }

  /// The slot of `key`, which is entered if it is new.
  private mutating func slot(of key: UInt64) -> (index: Int, isNew: Bool) {
    var slot = Int(RollingHash.mix(key) >> 32) & mask
    while keys[slot] != Self.none {
      if keys[slot] == key { return (slot, false) }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    free -= 1
    return (slot, true)
  }
}
