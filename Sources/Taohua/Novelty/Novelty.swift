internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// Tells which findings of a file are new against an old version of it (docs/suppression.md).
///
/// Two things must hold. Its content, by fingerprint, occurs more often than in the old version: so
/// much moved text is not new, nor is a phrase that was there in edited form. And its text is new, by
/// ``VersionPairing``: so what an edit beside it cuts in two, lengthens or gives to another family is
/// not new, and of two equal phrases the one that was put in is.
struct Novelty {
  private let new: FileVersion
  private let old: FileVersion
  private let newTokens: Slab<UInt32>
  private let oldTokens: Slab<UInt32>
  private let pairing: VersionPairing
  /// From how many tokens on a copy counts.
  private let borrowedLength: ScriptLengths
  /// k.
  private let shingleLength: ScriptLengths

  init(of new: FileVersion, since old: FileVersion, settings: ReportSettings) {
    self.new = new
    self.old = old
    borrowedLength = settings.borrowedLength
    shingleLength = settings.shingleLength
    newTokens = new.values
    oldTokens = old.values(numberedAs: new)
    pairing = VersionPairing(old: oldTokens, new: newTokens)
  }

  /// For each of `findings`, those of the new version, whether it is new.
  func isNew(_ findings: [Finding], since earlier: [Finding]) -> [Bool] {
    let known = FindingPlaces(earlier, in: old).places
      .reduce(into: [:]) { $0[earlier[$1[0]].fingerprint, default: 0] += 1 }
    let repeats = RepeatGrowth(
      of: findings.filter { $0.rule == .repeated }.map(new.indices), new: newTokens, old: oldTokens)
    let places = FindingPlaces(findings, in: new).places
    var result = [Bool](repeating: false, count: findings.count)
    for (fingerprint, group) in Dictionary(grouping: places, by: { findings[$0[0]].fingerprint }) {
      let surplus = max(0, group.count - (known[fingerprint] ?? 0))
      let ranked =
        group
        .filter { place in place.contains { isOfNewText(findings[$0], repeats) } }
        .map { place in (place: place, added: place.reduce(0) { $0 + added(findings[$1]) }) }
        .sorted { ($1.added, $1.place[0]) < ($0.added, $0.place[0]) }
      for (rank, (place, _)) in ranked.enumerated()
      where rank < surplus || place.contains(where: { isMore(findings[$0]) }) {
        for index in place { result[index] = true }
      }
    }
    return result
  }

  /// Whether the text of `finding` was not in the old version as it is now.
  private func isOfNewText(_ finding: Finding, _ repeats: RepeatGrowth) -> Bool {
    let tokens = new.indices(of: finding)
    switch finding.rule {
    case .stockPhrase, .nearVariant: return added(finding) > 0
    case .copiedPassage:
      return newlyCopied(in: tokens) >= new.copyLength(of: finding, borrowedLength)
    case .repeated: return repeats.hasGrown(tokens)
    case .residue, .misquoted: return tokens.isEmpty || !isUntouched(tokens)
    case .stockShare, .unusedSuppression, .expired, .unreadable: return true
    }
  }

  /// Whether so much was added to a finding that it is new however many there were: to a copy, whose content
  /// changes with where it begins and ends, and to an exact phrase, whose every token is formula: a
  /// whole phrase right beside another one, or inside of it, makes one finding with it.
  private func isMore(_ finding: Finding) -> Bool {
    switch finding.rule {
    case .copiedPassage: true
    case .stockPhrase: added(finding) >= new.length(shingleLength, at: finding)
    default: false
    }
  }

  /// Tokens of `finding` that the old version has not.
  private func added(_ finding: Finding) -> Int {
    new.indices(of: finding).count { pairing.partners[$0] < 0 }
  }

  /// Tokens of `range` but for stretches of ``VersionPairing/run`` or more that the old version has: a
  /// shorter one, at the edge of what was pasted, is chance.
  private func newlyCopied(in range: Range<Int>) -> Int {
    var count = 0
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      let partner = pairing.partners[start]
      while end < range.upperBound, partner >= 0,
        pairing.partners[end] == partner + Int32(end - start)
      {
        end += 1
      }
      if partner < 0 || end - start < VersionPairing.run { count += end - start }
      start = end
    }
    return count
  }

  /// Whether the tokens of `range`, and one on either side, stand in this order in the old version, with
  /// the same figures in them.
  private func isUntouched(_ range: Range<Int>) -> Bool {
    let first = Int(pairing.partners[range.lowerBound]) - range.lowerBound
    let hasBefore = range.lowerBound > 0
    let hasAfter = range.upperBound < newTokens.count
    guard hasBefore || range.lowerBound + first == 0,
      hasAfter || range.upperBound + first == oldTokens.count
    else { return false }
    let wide = range.lowerBound - (hasBefore ? 1 : 0)..<range.upperBound + (hasAfter ? 1 : 0)
    return wide.allSatisfy { pairing.partners[$0] >= 0 && Int(pairing.partners[$0]) - $0 == first }
      && range.allSatisfy { index in
        newTokens[index] != TokenValue.slot || new.surface(index) == old.surface(index + first)
      }
  }
}

/// Tells which repetitions a new version has more of.
///
/// A repetition is two places, and either may be the one that was added: so its runs are counted in
/// the whole of both versions.
private struct RepeatGrowth {
  /// Tokens of a run; of the whole repetition where that is shorter.
  private static let run = 5

  private let new: Slab<UInt32>
  private var newCounts: [Int: [UInt64: Int]] = [:]
  private var oldCounts: [Int: [UInt64: Int]] = [:]

  init(of ranges: [Range<Int>], new: Slab<UInt32>, old: Slab<UInt32>) {
    self.new = new
    for length in Set(ranges.map { min(Self.run, $0.count) }) where length > 0 {
      newCounts[length] = Self.counts(new, length)
      oldCounts[length] = Self.counts(old, length)
    }
  }

  private static func counts(_ tokens: Slab<UInt32>, _ length: Int) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for start in 0..<max(0, tokens.count - length + 1) {
      counts[TokenHash.hash(of: tokens, at: start, length: length), default: 0] += 1
    }
    return counts
  }

  /// Whether half of the runs of `range` or more stand more often in the new version.
  func hasGrown(_ range: Range<Int>) -> Bool {
    let length = min(Self.run, range.count)
    guard let new = newCounts[length], let old = oldCounts[length] else { return false }
    let starts = range.prefix(range.count - length + 1)
    let grown = starts.count { start in
      let hash = TokenHash.hash(of: self.new, at: start, length: length)
      return new[hash, default: 0] > old[hash, default: 0]
    }
    return grown * 2 >= starts.count
  }
}
