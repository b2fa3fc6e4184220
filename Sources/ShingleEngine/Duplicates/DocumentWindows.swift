/// The windows of one document as a set: how much of another document they cover.
struct DocumentWindows {
  private let corpus: TokenCorpus
  private let classes: WindowClasses
  /// Classes by open addressing; 0 is a free slot.
  private let slots: Slab<UInt32>
  private let mask: Int

  /// Windows whose slots are asked for before they are looked at.
  private static let lookahead = 16

  /// The windows of `document` that stand elsewhere too. O(n).
  init(of document: Int, in corpus: TokenCorpus, _ classes: WindowClasses) {
    self.corpus = corpus
    self.classes = classes
    var capacity = 16
    while capacity < 2 * corpus.range(of: document).count { capacity *= 2 }
    slots = Slab(zeroed: capacity)
    mask = capacity - 1
    let range = corpus.range(of: document)
    for position in range {
      prefetch(position + Self.lookahead, before: range.upperBound)
      let value = classes.classes[position]
      if value != 0 { slots[find(value)] = value }
    }
  }

  @inline(__always)
  private func prefetch(_ position: Int, before end: Int) {
    if position < end { slots.prefetch(slot(of: classes.classes[position])) }
  }

  /// Where a class belongs.
  ///
  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4): classes of one document are far from even.
  @inline(__always)
  private func slot(of value: UInt32) -> Int {
    Int((UInt64(value) &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
  }

  /// The slot that holds `value`, or the free one where it belongs.
  @inline(__always)
  private func find(_ value: UInt32) -> Int {
    var slot = slot(of: value)
    while slots[slot] != 0 && slots[slot] != value { slot = (slot + 1) & mask }
    return slot
  }

  /// Whether no more than one in `missingShare` tokens of `document` lies outside the windows that
  /// stand here. Stops as soon as too many are missing.
  func covers(_ document: Int, missingShare: Int) -> Bool {
    let range = corpus.range(of: document)
    let allowed = range.count / missingShare
    var missing = 0
    var covered = range.lowerBound
    for position in range {
      prefetch(position + Self.lookahead, before: range.upperBound)
      let value = classes.classes[position]
      guard value != 0, slots[find(value)] != 0 else { continue }
      missing += max(0, position - covered)
      if missing > allowed { return false }
      covered = position + classes.length
    }
    return missing + max(0, range.upperBound - covered) <= allowed
  }
}
