internal import ShingleEngine
internal import TextIngest

/// Finds the names of places in Chinese text without a gazetteer: two characters and 市, 县, 区, 州 or 省,
/// where these two hardly ever stand before anything else in the corpus.
///
/// 郟阳 stands before 区 alone; 召开 stands before much else, so 召开市 is no name.
struct PlaceNames {
  /// A name and its bytes in the text.
  struct Found: Hashable {
    let name: String
    let bytes: Range<Int>
  }

  private let corpus: Corpus
  /// How often each candidate's two characters stand anywhere, and before an ending.
  private let counts: PairCounts

  private static let endings = Set("省市州县区".unicodeScalars.map(\.value))
  private static let share = 0.8
  /// What no name has: particles, prepositions, counters.
  private static let function = Set(
    "的在由对到和与及向从为是以至了将让跨等各入副着也再都把被使并或其此该每某这那年月日好名百千万亿多市县区省州国委"
      .unicodeScalars.map(\.value))
  /// What makes another word of an ending: 市场, 区域, 县级.
  private static let continuing = Set("场民域级直情容值分间别际".unicodeScalars.map(\.value))
  /// Words of the same form.
  private static let common = Set(
    """
    城市 地区 社区 城区 辖区 灾区 小区 园区 景区 校区 山区 片区 街区 新区 库区 市区 县区 全省 全市 全州 全县 全区 我省 我市 我州 我县 我区 各省 各市 各州 \
    各县 各区 本省 本市 本县 本区 某省 某市 某县 某区 该市 该县 该区 省市 市州 市县 县市 外省 外市 级市 级县 级区 港区 林区 牧区 矿区 湖区 老区 战区 选区 特区 \
    聚区 治区 治县 治州 两区 三区 个区 个县 个市 居区 住区 胜区 都市 发区 范区 护区 验区 作区 易区 航区 示区 超市 上市 强市 强县 强省 强区 建市 立市 兴市 九州 神州
    """.split(separator: " ").map { Array($0.unicodeScalars.map(\.value)) })

  /// The names in documents of `corpus`, told by `counts` of their candidates.
  init(_ corpus: Corpus, counts: PairCounts) {
    self.corpus = corpus
    self.counts = counts
  }

  /// The candidates in all documents of `drafts`, not counted yet.
  static func candidates(in drafts: Corpus) -> PairCounts {
    let finder = PlaceNames(drafts, counts: PairCounts([], before: []))
    var pairs = Set<UInt64>()
    for (index, document) in drafts.documents.enumerated() {
      pairs.formUnion(document.tokens.compactMap { finder.candidate(endingAt: $0, in: index) })
    }
    return PairCounts(pairs, before: endings)
  }

  /// The names in `document`, in order.
  func find(in document: Int) -> [Found] {
    corpus.documents[document].tokens.compactMap { position in
      guard let key = candidate(endingAt: position, in: document),
        Double(counts[key].followed) >= Self.share * Double(counts[key].all)
      else { return nil }
      let name = (position - 2...position).map { corpus.text(ofToken: corpus.tokens[$0]) }.joined()
      return Found(
        name: name, bytes: Int(corpus.starts[position - 2])..<corpus.end(of: position))
    }
  }

  /// The two characters before an ending at `position`, if they may be a name.
  private func candidate(endingAt position: Int, in document: Int) -> UInt64? {
    let tokens = corpus.tokens
    guard position >= corpus.documents[document].tokens.lowerBound + 2,
      Self.endings.contains(tokens[position]), Self.isHan(tokens[position - 1]),
      Self.isHan(tokens[position - 2]),
      !Self.function.contains(tokens[position - 1]),
      !Self.function.contains(tokens[position - 2]), !isContinued(position, document),
      !Self.common.contains([tokens[position - 1], tokens[position]]),
      corpus.end(of: position - 2) == Int(corpus.starts[position - 1]),
      corpus.end(of: position - 1) == Int(corpus.starts[position])
    else { return nil }
    return PairCounts.pair(tokens[position - 2], tokens[position - 1])
  }

  private func isContinued(_ position: Int, _ document: Int) -> Bool {
    position + 1 < corpus.documents[document].tokens.upperBound
      && Self.continuing.contains(corpus.tokens[position + 1])
  }

  private static func isHan(_ token: UInt32) -> Bool { (0x4E00..<0xA000).contains(token) }
}
