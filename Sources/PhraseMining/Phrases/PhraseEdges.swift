internal import ShingleEngine

/// Where a phrase may begin and end (D5): no leading or trailing particle, no dangling verb.
///
/// Works on token numbers: a Han character is its code point, an English word is looked up once.
struct PhraseEdges: Sendable {
  private let text: PhraseText
  /// English and other function words that no phrase begins or ends with.
  private let functionWords: Set<UInt32>

  init(text: PhraseText) {
    self.text = text
    var functionWords = Set<UInt32>()
    for (index, word) in text.words.enumerated() where Self.englishFunctionWords.contains(word) {
      functionWords.insert(TokenCorpus.firstWord + UInt32(index))
    }
    self.functionWords = functionWords
  }

  /// The natural part of `length` tokens at `position`: how many to drop on the left, and how many
  /// are left. `endsFreely` says whether the phrase mostly ends where a clause does.
  func trim(
    at position: Int, length: Int, endsFreely: Bool
  ) -> (dropped: Int, length: Int) {
    var first = position
    var end = position + length
    var isTrimming = true
    while isTrimming && end > first {
      isTrimming = false
      let leading = leadingParticle(first, end)
      if leading > 0 {
        first += leading
        isTrimming = true
      }
      let trailing = trailing(first, end, endsFreely: endsFreely && end == position + length)
      if trailing > 0 {
        end -= trailing
        isTrimming = true
      }
    }
    return (first - position, max(0, end - first))
  }

  private func leadingParticle(_ first: Int, _ end: Int) -> Int {
    guard first < end else { return 0 }
    let token = text.corpus.tokens[first]
    if token == TokenCorpus.slot { return 0 }
    if isFunctionWord(token) && !Self.isOpener(token, text) { return 1 }
    guard let followers = Self.particles[token] else { return 0 }
    let next = first + 1 < end ? text.corpus.tokens[first + 1] : 0
    return followers.startingWords.contains(next) ? 0 : 1
  }

  private func trailing(_ first: Int, _ end: Int, endsFreely: Bool) -> Int {
    guard end - first > 1 else { return 0 }
    let last = text.corpus.tokens[end - 1]
    // A number without its unit.
    if last == TokenCorpus.slot { return endsFreely ? 0 : 1 }
    if isFunctionWord(last) { return 1 }
    let before = text.corpus.tokens[end - 2]
    if let particle = Self.particles[last] {
      if !particle.endingWords.contains(before) { return 1 }
      return Self.conjunctions.contains(Pair(before, last)) ? 2 : 0
    }
    if endsFreely { return 0 }
    if Self.prepositions.contains(last) { return 1 }
    return Self.danglingVerbs.contains(Pair(before, last)) ? 2 : 0
  }

  private func isFunctionWord(_ token: UInt32) -> Bool {
    token >= TokenCorpus.firstWord && functionWords.contains(token)
  }

  /// "in", "on", "as" may begin an English formula ("in line with expectations").
  private static func isOpener(_ token: UInt32, _ text: PhraseText) -> Bool {
    openers.contains(text.words[Int(token - TokenCorpus.firstWord)])
  }
}

/// Two neighbouring characters.
private struct Pair: Hashable {
  let left: UInt32
  let right: UInt32

  init(_ left: UInt32, _ right: UInt32) {
    self.left = left
    self.right = right
  }
}

/// A particle, and the characters with which it makes a word instead.
private struct Particle: Sendable {
  /// What follows it in words that it begins: 及时, 与时俱进.
  let startingWords: Set<UInt32>
  /// What precedes it in words that it ends: 参与, 目的.
  let endingWords: Set<UInt32>

  init(starts: String, ends: String) {
    startingWords = Set(starts.unicodeScalars.map(\.value))
    endingWords = Set(ends.unicodeScalars.map(\.value))
  }
}

extension PhraseEdges {
  private static let particles: [UInt32: Particle] = [
    "的": Particle(starts: "确士", ends: "目标"),
    "和": Particle(starts: "谐平睦解气善美", ends: "温缓共饱调总柔谦祥"),
    "与": Particle(starts: "时会日众否", ends: "参给授赠"),
    "及": Particle(starts: "时早格第び", ends: "以普涉波顾提惠触企"),
    "等": Particle(starts: "级待于同次候", ends: "平同高中均对优相初劣"),
    "了": Particle(starts: "解然结", ends: "明罢为末"),
  ].reduce(into: [:]) { table, entry in
    table[Unicode.Scalar(entry.key)!.value] = entry.value
  }

  /// Words of two characters that only connect, though they end in a particle.
  private static let conjunctions = pairs("以及 为了")

  /// Prepositions and adverbs of one character that want something after them.
  private static let prepositions = Set("在对把将从向以于并被由使让".unicodeScalars.map(\.value))

  /// Verbs and adverbs that always want something after them; a phrase that ends in one is cut
  /// short. Verbs that may end a clause (落实, 推进) are not among them.
  private static let danglingVerbs = pairs(
    """
    坚持 围绕 关于 按照 根据 通过 不断 切实 积极 进行 作为 对于 针对 督促 聚焦 紧扣 立足 应当 可以 不得 必须 需要 \
    具有 成为 及其 或者 并且 而且 努力 着力 深入 认真
    """)

  private static func pairs(_ words: String) -> Set<Pair> {
    var pairs = Set<Pair>()
    for word in words.split(separator: " ") {
      let scalars = word.unicodeScalars.map(\.value)
      pairs.insert(Pair(scalars[0], scalars[1]))
    }
    return pairs
  }

  private static let englishFunctionWords: Set<String> = [
    "a", "an", "the", "of", "to", "and", "or", "for", "with", "by", "from", "that", "which", "is",
    "are", "was", "were", "be", "been", "has", "have", "had", "in", "on", "at", "as", "its", "it",
    "this", "these", "will", "would", "our", "their", "we", "but", "into", "than",
  ]

  private static let openers: Set<String> = [
    "in", "on", "at", "as", "for", "with", "by", "to", "from", "we", "our", "it", "this", "these",
    "the", "a", "an",
  ]
}
