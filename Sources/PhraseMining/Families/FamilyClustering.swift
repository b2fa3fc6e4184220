internal import ShingleEngine

/// Puts phrases that are nearly the same into one family.
///
/// Leaders, never chains: in order of frequency a phrase joins the most similar leader that is similar
/// enough, else it leads a family of its own. Candidates share a run of tokens with a leader, or, if
/// they are short, a key of the deletion neighbourhood (Mor and Fraenkel, 1982): the sequence, or the
/// sequence without one of its tokens.
struct FamilyClustering: Sendable {
  private let phrases: [PlacedPhrase]

  /// The least similarity to the leader, of short and of long phrases: in a short one the same number
  /// of tokens makes another formula.
  private static let shortSimilarity: Float = 0.85
  private static let longSimilarity: Float = 0.8
  /// Of phrases of so many words, which say more than characters.
  private static let wordSimilarity: Float = 0.75
  private static let longWords = 8
  private static let long = 16
  /// Below this length one edit can leave no seed whole.
  private static let shortest = 12
  private static let seed = 4
  /// Leaders that share a seed at most, and leaders that are compared at most.
  private static let maximumLeaders = 64
  private static let maximumComparisons = 16

  init(_ phrases: [PlacedPhrase]) { self.phrases = phrases }

  /// The families as indices of phrases, the most frequent first in each.
  func clusters(workers: Workers) -> [[Int]] {
    let chunk = 256
    let keys = workers.map((phrases.count + chunk - 1) / chunk) { task in
      phrases[task * chunk..<min((task + 1) * chunk, phrases.count)].map { Self.keys($0.tokens) }
    }.flatMap { $0 }
    var leaders: [UInt64: [Int]] = [:]
    var members: [Int: [Int]] = [:]
    var leading: [Int] = []
    for index in phrases.indices.sorted(by: isBefore) {
      var shared: [Int: Int] = [:]
      for key in keys[index] {
        for leader in leaders[key] ?? [] { shared[leader, default: 0] += 1 }
      }
      if let leader = leader(of: index, among: shared) {
        members[leader, default: []].append(index)
      } else {
        leading.append(index)
        for key in keys[index] where leaders[key, default: []].count < Self.maximumLeaders {
          leaders[key, default: []].append(index)
        }
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

  private func leader(of index: Int, among shared: [Int: Int]) -> Int? {
    let tokens = phrases[index].tokens
    let candidates = shared.sorted {
      $0.value != $1.value ? $0.value > $1.value : isBefore($0.key, $1.key)
    }.prefix(Self.maximumComparisons)
    var best: (similarity: Float, leader: Int)?
    for (leader, _) in candidates {
      let similarity = SequenceAlignment.similarity(tokens, phrases[leader].tokens)
      guard isEnough(similarity, tokens, phrases[leader].tokens) else { continue }
      if best.map({ similarity > $0.similarity }) ?? true { best = (similarity, leader) }
    }
    return best?.leader
  }

  private func isEnough(_ similarity: Float, _ left: [UInt32], _ right: [UInt32]) -> Bool {
    let longer = max(left.count, right.count)
    let words = right.count { $0 >= TokenCorpus.firstWord }
    if 2 * words > right.count && longer >= Self.longWords {
      return similarity >= Self.wordSimilarity
    }
    if longer >= Self.long { return similarity >= Self.longSimilarity }
    return similarity >= Self.shortSimilarity
      || (longer < Self.shortest && longer - Int(similarity * Float(longer) + 0.5) <= 1)
  }

  /// The hashes of the runs of the sequence, or, if it is short, of the sequence and of the sequence
  /// without each of its tokens. O(n).
  ///
  /// Polynomials, so that the hash without a token follows from those of what stands on its sides;
  /// equal hashes are only candidates.
  private static func keys(_ tokens: [UInt32]) -> [UInt64] {
    let base: UInt64 = 0x9e37_79b9_7f4a_7c15
    var keys: Set<UInt64> = []
    for start in 0..<max(0, tokens.count - seed + 1) {
      keys.insert(
        tokens[start..<start + seed].reduce(1) { ($0 ^ UInt64($1)) &* base &+ ($0 >> 29) })
    }
    guard tokens.count < shortest else { return Array(keys) }
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
