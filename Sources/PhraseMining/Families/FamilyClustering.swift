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
    // Leaders by their rank: they are found in order of frequency.
    var index = LeaderIndex(keys, most: Self.maximumLeaders)
    var leading: [Int] = []
    var members: [[Int]] = []
    var shared = SharedCounts(count: phrases.count)
    for phrase in byFrequency() {
      index.count(keysOf: phrase, in: &shared)
      let candidates = shared.takeMost(Self.maximumComparisons)
      if let rank = mostSimilar(to: phrase, among: candidates, leading) {
        members[rank].append(phrase)
      } else {
        index.enter(leading.count, keysOf: phrase)
        leading.append(phrase)
        members.append([])
      }
    }
    return zip(leading, members).map { [$0] + $1 }
  }

  /// The indices of the phrases: what has the most places first, of these what has the most sources.
  private func byFrequency() -> [Int] {
    phrases.indices
      .map { (places: phrases[$0].places.count, sources: phrases[$0].sources, phrase: $0) }
      .sorted { ($1.places, $1.sources, $0.phrase) < ($0.places, $0.sources, $1.phrase) }
      .map(\.phrase)
  }

  /// The rank of the leader that phrase `index` joins; nil if it is similar enough to none of `candidates`.
  private func mostSimilar(to index: Int, among candidates: [Int], _ leading: [Int]) -> Int? {
    let tokens = phrases[index].tokens
    var best: (similarity: Float, rank: Int)?
    for rank in candidates {
      let leader = phrases[leading[rank]].tokens
      // No more can be common than the shorter one has.
      let lengths = (tokens.count, leader.count)
      let most = Float(min(lengths.0, lengths.1)) / Float(max(lengths.0, lengths.1))
      guard isEnough(most, tokens, leader) else { continue }
      let similarity = SequenceAlignment.similarity(tokens, leader)
      guard isEnough(similarity, tokens, leader) else { continue }
      if best.map({ similarity > $0.similarity }) ?? true { best = (similarity, rank) }
    }
    return best?.rank
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
    var keys: [UInt64] = []
    for start in 0..<max(0, tokens.count - seed + 1) {
      keys.append(
        tokens[start..<start + seed].reduce(1) { ($0 ^ UInt64($1)) &* base &+ ($0 >> 29) })
    }
    guard tokens.count < shortest else { return distinct(keys) }
    var before: [UInt64] = [0]
    for token in tokens { before.append(before.last! &* base &+ UInt64(token) &+ 1) }
    keys.append(before.last!)
    var after: UInt64 = 0
    var power: UInt64 = 1
    for index in tokens.indices.reversed() {
      keys.append(before[index] &* power &+ after)
      after &+= (UInt64(tokens[index]) &+ 1) &* power
      power = power &* base
    }
    return distinct(keys)
  }

  private static func distinct(_ keys: [UInt64]) -> [UInt64] {
    var last: UInt64?
    return keys.sorted().filter { key in
      defer { last = key }
      return key != last
    }
  }
}
