internal import ShingleEngine

/// Puts phrases that are one edit apart into one family.
///
/// Leaders, never chains: in order of frequency a phrase joins the first leader it is one edit away
/// from, else it leads a family of its own; two members of a family are two edits apart at most.
/// Candidates share a key of the deletion neighbourhood (Mor and Fraenkel, 1982): the sequence, or
/// the sequence without one of its tokens.
struct FamilyClustering {
  private let phrases: [PlacedPhrase]
  private var leaders: [UInt64: [Int]] = [:]
  private var members: [Int: [Int]] = [:]

  init(_ phrases: [PlacedPhrase]) { self.phrases = phrases }

  /// The families as indices of phrases, the most frequent first in each.
  mutating func clusters() -> [[Int]] {
    let order = phrases.indices.sorted { isBefore($0, $1) }
    var leading: [Int] = []
    for index in order {
      let keys = Self.neighbourhood(of: phrases[index].tokens)
      if let leader = leader(of: index, keys) {
        members[leader, default: []].append(index)
      } else {
        leading.append(index)
        for key in keys { leaders[key, default: []].append(index) }
      }
    }
    return leading.map { [$0] + (members[$0] ?? []) }
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let a = phrases[left]
    let b = phrases[right]
    if a.places.count != b.places.count { return a.places.count > b.places.count }
    if a.sources != b.sources { return a.sources > b.sources }
    return left < right
  }

  private func leader(of index: Int, _ keys: [UInt64]) -> Int? {
    let tokens = phrases[index].tokens
    let candidates = Set(keys.flatMap { leaders[$0] ?? [] })
    return candidates.filter { OneEdit(from: phrases[$0].tokens, to: tokens) != nil }
      .min { isBefore($0, $1) }
  }

  /// The hashes of the sequence and of the sequence without each of its tokens. O(n²) for n tokens,
  /// which are few.
  private static func neighbourhood(of tokens: [UInt32]) -> [UInt64] {
    var keys: Set<UInt64> = [hash(tokens, without: nil)]
    for index in tokens.indices { keys.insert(hash(tokens, without: index)) }
    return Array(keys)
  }

  private static func hash(_ tokens: [UInt32], without index: Int?) -> UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for (position, token) in tokens.enumerated() where position != index {
      sum = (sum ^ UInt64(token)) &* 0x9e37_79b9_7f4a_7c15
      sum ^= sum >> 29
    }
    return sum
  }
}
