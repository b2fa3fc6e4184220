internal import ShingleEngine
internal import TextIngest

/// Finds the names of places in Chinese text: those of a gazetteer, and two characters and 市, 县, 区, 州
/// or 省, where these two hardly ever stand before anything else in the corpus.
///
/// 郟阳 stands before 区 alone; 召开 stands before much else, so 召开市 is no name.
struct PlaceNames {
  /// A name and its bytes in the text.
  struct Found: Hashable {
    let name: String
    let bytes: Range<Int>
    /// Whether it is a name by the gazetteer or by its last character, not by counting alone.
    let isCertain: Bool
    /// Whether it is a place's; else a person's.
    var isPlace = true
  }

  private let corpus: Corpus
  /// How often each candidate's two characters stand anywhere, and before an ending.
  private let counts: PairCounts

  static let endings = Set("省市州县区".unicodeScalars.map(\.value))
  private static let share = 0.8
  /// A verb stands once before 市 by chance: what is told by counting alone stands so often.
  private static let enough = 3
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

  /// What the second character of most names of two is, and of few other words before 市 or 县.
  private static let suffixes = Set(
    "阳州安江山川河宁昌德泉沙桥田溪湖岭峰宾沂坊岛津京汉陵康云潭浦泽莞邑屏沧渠涧塘洛淮湾坪堡寨屯浔沽梁柳榆桂梅松垣水门"
      .unicodeScalars.map(\.value))
  /// Those other words.
  private static let words = Set(
    """
    公安 治安 平安 保安 国安 道德 品德 美德 公德 农田 粮田 长江 沿江 黄河 沿河 运河 高山 深山 荒山 丘陵 大湾 健康 小康 部门 专门 \
    热门 上门 开门 入门 对门 出门 供水 污水 用水 节水 治水 引水 调水 饮水 排水 雨水 洪水 防水 取水 河水 湖水 碧水 净水 中水 蓄水 \
    缺水 涉水 下水 废水 绿水 山水 青山 江山 河山 江河 湖泊 环湖 各州
    """.split(separator: " ").map { Array($0.unicodeScalars.map(\.value)) })

  /// What the two characters of a candidate may be, all of them: for who counts before there is a draft.
  static var characters: Set<UInt32> { Set((UInt32(0x4E00)..<0xA000).filter(mayBeInName)) }

  /// What is done to a place.
  private static let verbs = Set(
    ["帮扶", "前往", "奔赴", "来自", "驻守"].map { Array($0.unicodeScalars.map(\.value)) })

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
    let first = corpus.documents[document].tokens.lowerBound
    return corpus.documents[document].tokens.compactMap { position in
      guard Self.endings.contains(corpus.tokens[position]), !isContinued(position, document) else {
        return nil
      }
      if let length = knownLength(endingAt: position, from: first) {
        return found(position - length...position, isCertain: true)
      }
      guard let key = candidate(endingAt: position, in: document),
        Double(counts[key].followed) >= Self.share * Double(counts[key].all)
      else { return nil }
      let isCertain = hasForm(endingAt: position)
      guard isCertain || counts[key].all >= Self.enough else { return nil }
      let start = position - (endsVerb(at: position - 2, from: first) ? 1 : 2)
      return found(start...position, isCertain: isCertain)
    }
  }

  /// Whether the character at `position` is the second of a verb: 帮扶 before 宁县.
  private func endsVerb(at position: Int, from first: Int) -> Bool {
    position > first && Self.verbs.contains([corpus.tokens[position - 1], corpus.tokens[position]])
  }

  private func found(_ positions: ClosedRange<Int>, isCertain: Bool) -> Found {
    Found(
      name: positions.map { corpus.text(ofToken: corpus.tokens[$0]) }.joined(),
      bytes: corpus.start(of: positions.lowerBound)..<corpus.end(of: positions.upperBound),
      isCertain: isCertain)
  }

  /// How many characters before the ending at `position` are a name of the gazetteer.
  private func knownLength(endingAt position: Int, from first: Int) -> Int? {
    (2...PlaceGazetteer.longestName).reversed().first { length in
      let start = position - length
      return start >= first
        && (start..<position).allSatisfy { corpus.end(of: $0) == corpus.start(of: $0 + 1) }
        && PlaceGazetteer.contains((start..<position).lazy.map { corpus.tokens[$0] })
    }
  }

  /// Whether the two characters before the ending at `position` look like a name.
  private func hasForm(endingAt position: Int) -> Bool {
    let pair = [corpus.tokens[position - 2], corpus.tokens[position - 1]]
    return Self.suffixes.contains(pair[1]) && !Self.words.contains(pair)
  }

  /// The two characters before an ending at `position`, if they may be a name.
  private func candidate(endingAt position: Int, in document: Int) -> UInt64? {
    let tokens = corpus.tokens
    guard position >= corpus.documents[document].tokens.lowerBound + 2,
      Self.endings.contains(tokens[position]),
      Self.mayBeInName(tokens[position - 1]), Self.mayBeInName(tokens[position - 2]),
      !isContinued(position, document),
      !Self.common.contains([tokens[position - 1], tokens[position]]),
      corpus.end(of: position - 2) == corpus.start(of: position - 1),
      corpus.end(of: position - 1) == corpus.start(of: position)
    else { return nil }
    return PairCounts.pair(tokens[position - 2], tokens[position - 1])
  }

  private func isContinued(_ position: Int, _ document: Int) -> Bool {
    position + 1 < corpus.documents[document].tokens.upperBound
      && Self.continuing.contains(corpus.tokens[position + 1])
  }

  private static func mayBeInName(_ token: UInt32) -> Bool {
    (0x4E00..<0xA000).contains(token) && !function.contains(token)
  }
}
