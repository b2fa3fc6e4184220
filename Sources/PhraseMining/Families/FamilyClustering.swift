internal import ShingleEngine

/// Puts phrases that are one edit apart into one family.
///
/// Leaders, never chains: in order of frequency a phrase joins the first leader it is one edit away
/// from, else it leads a family of its own; two members of a family are two edits apart at most.
/// Candidates share a key of the deletion neighbourhood (Mor and Fraenkel, 1982): the sequence, or
/// the sequence without one of its tokens.
struct FamilyClustering: Sendable {
  private let phrases: [PlacedPhrase]

  init(_ phrases: [PlacedPhrase]) { self.phrases = phrases }

  /// The families as indices of phrases, the most frequent first in each.
  func clusters(workers: Workers) -> [[Int]] {
    let chunk = 256
    let neighbourhoods = workers.map((phrases.count + chunk - 1) / chunk) { task in
      phrases[task * chunk..<min((task + 1) * chunk, phrases.count)]
        .map { Self.neighbourhood(of: $0.tokens) }
    }.flatMap { $0 }
    var leaders: [UInt64: [Int]] = [:]
    var members: [Int: [Int]] = [:]
    var leading: [Int] = []
    for index in phrases.indices.sorted(by: isBefore) {
      let candidates = Set(neighbourhoods[index].flatMap { leaders[$0] ?? [] })
      if let leader = leader(of: index, among: candidates) {
        members[leader, default: []].append(index)
      } else {
        leading.append(index)
        for key in neighbourhoods[index] { leaders[key, default: []].append(index) }
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

  private func leader(of index: Int, among candidates: Set<Int>) -> Int? {
    let tokens = phrases[index].tokens
    return candidates.filter { OneEdit(from: phrases[$0].tokens, to: tokens) != nil }
      .min { isBefore($0, $1) }
  }

  /// The hashes of the sequence and of the sequence without each of its tokens. O(n).
  ///
  /// Polynomials, so that the hash without a token follows from those of what stands on its sides;
  /// equal hashes are only candidates.
  private static func neighbourhood(of tokens: [UInt32]) -> [UInt64] {
    let base: UInt64 = 0x9e37_79b9_7f4a_7c15
    var keys: Set<UInt64> = []
    var before: [UInt64] = [0]
    for token in tokens { before.append(before.last! &* base &+ UInt64(token) &+ 1) }
    keys.insert(before.last!)
    var after: UInt64 = 0
    var power: UInt64 = 1
    for index in tokens.indices.reversed() {
      keys.insert(before[index] &* power &+ after)
      after &+= (UInt64(tokens[index]) &+ 1) &* power
      power = power &* base
    }
    return Array(keys)
  }
}
