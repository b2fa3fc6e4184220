/// What two token sequences have in common in order.
package enum SequenceAlignment {
  /// The length of the longest common subsequence. O(n·m / 64) between the common beginning and the
  /// common end, by bit vectors (Hyyrö, 2004); less where long sequences differ little, by `EditPath`.
  package static func commonLength(_ left: [UInt32], _ right: [UInt32]) -> Int {
    let (prefix, suffix) = commonEnds(left, right)
    let a = left[prefix..<left.count - suffix]
    let b = right[prefix..<right.count - suffix]
    return prefix + suffix
      + (a.count <= b.count
        ? commonLength(shorter: a, longer: b) : commonLength(shorter: b, longer: a))
  }

  /// How many tokens both begin with, and how many of the others both end with.
  private static func commonEnds(
    _ left: [UInt32], _ right: [UInt32]
  ) -> (prefix: Int, suffix: Int) {
    let limit = min(left.count, right.count)
    var prefix = 0
    while prefix < limit && left[prefix] == right[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < limit - prefix
      && left[left.count - 1 - suffix] == right[right.count - 1 - suffix]
    {
      suffix += 1
    }
    return (prefix, suffix)
  }

  private static func commonLength(
    shorter: ArraySlice<UInt32>, longer: ArraySlice<UInt32>
  ) -> Int {
    if shorter.count <= fewTokens { return commonLength(few: shorter, longer) }
    if shorter.count > columnLength {
      let path = EditPath(shorter, longer)
      let steps = shorter.count / 64 * longer.count / pathShare
      if let common = path.commonLength(steps: steps) { return common }
    }
    // Column by column of the whole table: where each token stands is known for one column at a time, which for long
    // sequences would take memory in the square of their length.
    var carries = [Bool](repeating: false, count: shorter.count > columnLength ? longer.count : 0)
    var common = 0
    var start = shorter.startIndex
    while start < shorter.endIndex {
      let end = min(start + columnLength, shorter.endIndex)
      common += commonLength(column: shorter[start..<end], longer, &carries)
      start = end
    }
    return common
  }

  /// What `column` of the shorter sequence adds to the common length.
  ///
  /// - Parameter carries: for each token of `longer` whether the column before carries a bit into this one, and
  ///   then whether this one does into the next; empty for a single column.
  private static func commonLength(
    column: ArraySlice<UInt32>, _ longer: ArraySlice<UInt32>, _ carries: inout [Bool]
  ) -> Int {
    let words = (column.count + 63) / 64
    let table = TokenBits(column, words: words)
    var state = [UInt64](repeating: .max, count: words)
    for (index, token) in longer.enumerated() {
      let first = table.first(of: token)
      var carry: UInt64 = !carries.isEmpty && carries[index] ? 1 : 0
      if first == nil && carry == 0 { continue }
      for word in 0..<words {
        let mask = first.map { table.bits[$0 + word] } ?? 0
        let (half, isOver) = state[word].addingReportingOverflow(state[word] & mask)
        let (sum, isOverAgain) = half.addingReportingOverflow(carry)
        carry = isOver || isOverAgain ? 1 : 0
        state[word] = sum | (state[word] & ~mask)
      }
      if !carries.isEmpty { carries[index] = carry != 0 }
    }
    let unused = words * 64 - column.count
    let ones = state.reduce(0) { $0 + $1.nonzeroBitCount }
    return column.count - (ones - unused)
  }

  /// Tokens of a column of the table; a multiple of the bits in a word.
  private static let columnLength = 4_096
  /// A path of edits may take so small a part of the steps of the table: where there is none, little is lost.
  private static let pathShare = 32

  /// The same of few tokens: to compare with each costs less than a table.
  private static func commonLength(few: ArraySlice<UInt32>, _ longer: ArraySlice<UInt32>) -> Int {
    var state = UInt64.max
    for token in longer {
      var mask: UInt64 = 0
      var bit: UInt64 = 1
      for other in few {
        if other == token { mask |= bit }
        bit <<= 1
      }
      state = (state &+ (state & mask)) | (state & ~mask)
    }
    return (~state).nonzeroBitCount
  }

  /// At most so many tokens are looked for one by one; fewer than there are bits in a word.
  private static let fewTokens = 32

  /// The share of the longer side that both have in common in order: the similarity of D4.
  package static func similarity(_ left: [UInt32], _ right: [UInt32]) -> Float {
    agreement(left, right).similarity
  }

  /// What both have in common in order, and the length of the longer side.
  package static func agreement(_ left: [UInt32], _ right: [UInt32]) -> Agreement {
    Agreement(common: commonLength(left, right), longer: max(left.count, right.count))
  }

  /// The agreement of `sequence` with the most similar of `others`, which are not empty; the last of
  /// equal ones.
  static func bestAgreement(_ sequence: [UInt32], _ others: [[UInt32]]) -> Agreement {
    others.map { agreement(sequence, $0) }.max { $0.similarity < $1.similarity }!
  }

  /// How one sequence becomes another: what replaces which tokens, rising.
  ///
  /// Many tokens in common count, and few replacements (affine gaps; Gotoh, 1982): 以习… becomes 学习习…
  /// by one replacement, not by two about the first 习. O(n·m) between the common beginning and the
  /// common end.
  package static func replacements(
    from left: [UInt32], to right: [UInt32]
  ) -> [Replacement] {
    let (prefix, suffix) = commonEnds(left, right)
    let table = AlignmentTable(
      Array(left[prefix..<left.count - suffix]), Array(right[prefix..<right.count - suffix]))
    return table.replacements(offset: prefix)
  }
}

/// Where each token stands in a sequence, as bits.
private struct TokenBits {
  /// The bits of each distinct token, so many words for each.
  private(set) var bits: [UInt64] = []
  /// The distinct tokens with the first of their words, plus one, by open addressing; 0 is free.
  private var slots: [(token: UInt32, first: UInt32)]
  private let mask: Int

  init(_ tokens: ArraySlice<UInt32>, words: Int) {
    var capacity = 8
    while capacity < 2 * tokens.count { capacity *= 2 }
    slots = [(token: UInt32, first: UInt32)](repeating: (0, 0), count: capacity)
    mask = capacity - 1
    bits.reserveCapacity(tokens.count * words)
    for (index, token) in tokens.enumerated() {
      let slot = slot(of: token)
      if slots[slot].first == 0 {
        slots[slot] = (token, UInt32(bits.count + 1))
        for _ in 0..<words { bits.append(0) }
      }
      bits[Int(slots[slot].first) - 1 + index / 64] |= 1 << UInt64(index % 64)
    }
  }

  /// The first word of the bits of `token`; nil where it does not stand in the sequence.
  func first(of token: UInt32) -> Int? {
    let first = slots[slot(of: token)].first
    return first == 0 ? nil : Int(first) - 1
  }

  /// The slot that holds `token`, or the free one where it belongs. Fibonacci hashing (Knuth, TAOCP 3,
  /// 6.4).
  private func slot(of token: UInt32) -> Int {
    var slot = Int((token &* 0x9e37_79b1) >> 8) & mask
    while slots[slot].first != 0 && slots[slot].token != token { slot = (slot + 1) & mask }
    return slot
  }
}

/// The best scores of aligning the rests of two sequences.
private struct AlignmentTable {
  private let a: [UInt32]
  private let b: [UInt32]
  /// For each pair of rests the score outside a replacement and inside one.
  private var scores: [Int32]

  private static var match: Int32 { 2 }
  private static var opening: Int32 { -1 }

  init(_ a: [UInt32], _ b: [UInt32]) {
    self.a = a
    self.b = b
    scores = [Int32](repeating: 0, count: 2 * (a.count + 1) * (b.count + 1))
    for i in (0...a.count).reversed() {
      for j in (0...b.count).reversed() where i < a.count || j < b.count {
        let edited = max(
          i < a.count ? score(i + 1, j, isInside: true) : .min / 2,
          j < b.count ? score(i, j + 1, isInside: true) : .min / 2)
        let matched = isMatch(i, j) ? score(i + 1, j + 1, isInside: false) + Self.match : .min / 2
        scores[index(i, j, isInside: true)] = max(matched, edited)
        scores[index(i, j, isInside: false)] = max(matched, edited + Self.opening)
      }
    }
  }

  func replacements(offset: Int) -> [Replacement] {
    var found: [Replacement] = []
    var i = 0
    var j = 0
    var start: (i: Int, j: Int)?
    while i < a.count || j < b.count {
      let score = score(i, j, isInside: start != nil)
      if isMatch(i, j), self.score(i + 1, j + 1, isInside: false) + Self.match == score {
        close(&start, i, j, offset, &found)
        i += 1
        j += 1
        continue
      }
      let rest = score - (start == nil ? Self.opening : 0)
      start = start ?? (i, j)
      if i < a.count, self.score(i + 1, j, isInside: true) == rest { i += 1 } else { j += 1 }
    }
    close(&start, i, j, offset, &found)
    return found
  }

  private func close(
    _ start: inout (i: Int, j: Int)?, _ i: Int, _ j: Int, _ offset: Int,
    _ found: inout [Replacement]
  ) {
    guard let first = start else { return }
    found.append(
      Replacement(range: offset + first.i..<offset + i, tokens: Array(b[first.j..<j])))
    start = nil
  }

  private func isMatch(_ i: Int, _ j: Int) -> Bool { i < a.count && j < b.count && a[i] == b[j] }

  private func score(_ i: Int, _ j: Int, isInside: Bool) -> Int32 {
    scores[index(i, j, isInside: isInside)]
  }

  private func index(_ i: Int, _ j: Int, isInside: Bool) -> Int {
    2 * (i * (b.count + 1) + j) + (isInside ? 1 : 0)
  }
}

/// How far two sequences agree.
package struct Agreement: Sendable {
  /// Tokens in common in order.
  package var common: Int
  /// Tokens of the longer sequence.
  package var longer: Int

  package var similarity: Float { longer == 0 ? 1 : Float(common) / Float(longer) }

  /// The similarity of a place that goes on over `breaks` borders of blocks: below 1 (D4) where these are all that
  /// differs, for no window of it counts as a whole.
  package func similarity(across breaks: Int) -> Float {
    common < longer ? similarity : Agreement(common: common, longer: longer + breaks).similarity
  }
}

/// Tokens that stand in the place of others.
package struct Replacement: Hashable, Sendable {
  /// The tokens that are replaced; empty where some are inserted before its bound.
  package var range: Range<Int>
  /// What stands there instead; empty where tokens are left out.
  package var tokens: [UInt32]

  package init(range: Range<Int>, tokens: [UInt32]) {
    self.range = range
    self.tokens = tokens
  }
}
