internal import ShingleEngine

/// Tells the kind of a phrase by its form, not by its length (DESIGN §7).
package struct KindClassifier: Sendable {
  private let text: PhraseText

  package init(text: PhraseText) { self.text = text }

  /// The kind of the phrase with these tokens and places, and whether the form told it.
  package func kind(of tokens: [UInt32], places: [UInt32]) -> (kind: PhraseKind, isSure: Bool) {
    if isEnclosed(places, tokens.count, .openingTitle, .closingTitle) { return (.title, true) }
    if isEnclosed(places, tokens.count, .openingMark, .closingMark) { return (.quotation, true) }
    if tokens.contains(where: { $0 >= TokenCorpus.firstWord }) {
      return ofWords(tokens.map(string))
    }
    return ofCharacters(tokens, hasClauses: hasClauses(places, tokens.count))
  }

  /// Whether most places stand between an opening and a closing mark.
  private func isEnclosed(
    _ places: [UInt32], _ length: Int, _ opening: Boundary, _ closing: Boundary
  ) -> Bool {
    let enclosed = places.count { place in
      text.boundary(before: Int(place)).contains(opening)
        && text.boundary(before: Int(place) + length).contains(closing)
    }
    return 2 * enclosed > places.count
  }

  /// Whether most places have a mark between clauses inside.
  private func hasClauses(_ places: [UInt32], _ length: Int) -> Bool {
    let marked = places.count { place in
      (Int(place) + 1..<Int(place) + length).contains {
        !text.boundary(before: $0).isDisjoint(with: [.clauseMark, .sentenceEnd])
      }
    }
    return 2 * marked > places.count
  }

  private func ofCharacters(_ tokens: [UInt32], hasClauses: Bool) -> (PhraseKind, Bool) {
    if hasClauses { return (.formula, true) }
    if Self.verbs.contains(where: { tokens.starts(with: $0) }) { return (.formula, true) }
    if tokens.allSatisfy({ Self.dateCharacters.contains($0) }) { return (.term, true) }
    if Self.nounEndings.contains(where: { tokens.suffix($0.count).elementsEqual($0) }) {
      let hasVerb = Self.verbs.contains { verb in
        verb.count > 1 && tokens.indices.contains { tokens[$0...].starts(with: verb) }
      }
      return hasVerb ? (.formula, false) : (.term, true)
    }
    return (.formula, false)
  }

  private func ofWords(_ words: [String]) -> (PhraseKind, Bool) {
    guard let last = words.last else { return (.formula, false) }
    let hasFunctionWord = words.contains { Self.englishVerbs.contains($0) }
    if words.count <= 7 && !hasFunctionWord && Self.englishNouns.contains(last) {
      return (.term, true)
    }
    return (.formula, hasFunctionWord)
  }

  private func string(_ token: UInt32) -> String {
    if token == TokenCorpus.slot { return "#" }
    if token >= TokenCorpus.firstWord { return text.words[Int(token - TokenCorpus.firstWord)] }
    return Unicode.Scalar(token).map { String($0) } ?? ""
  }
}

extension KindClassifier {
  /// Numbers are slots.
  private static let dateCharacters = Set(
    [TokenCorpus.slot] + "年月日第届次号".unicodeScalars.map(\.value))

  /// What a formula begins with: verbs, adverbs of zeal, prepositions.
  private static let verbs = characters(
    """
    坚持 坚决 坚定 贯彻 落实 推进 推动 加强 加快 学习 开展 强化 深化 深入 深刻 完善 提升 提高 促进 保障 履行 \
    做到 做好 打造 构建 发挥 围绕 服务 优化 审议 听取 任免 召开 建立 健全 制定 增强 全面 切实 充分 积极 认真 \
    不断 持续 着力 努力 奋力 凝聚 确保 维护 扎实 牢牢 牢固 始终 严格 依法 主动 充分 组织 督促 助力 铸牢 践行 \
    弘扬 把握 领悟 紧紧 紧扣 聚焦 立足 密切 贯穿 谱写 作出 取得 实现 支持 引导 以 在 对 把 向 为 从 将 使 让 被
    """)

  /// What the names of organisations, systems, meetings, plans and regulations end with.
  private static let nounEndings = characters(
    """
    委员会 常委会 人大 政府 法院 检察院 公安局 局 厅 部门 办公室 机关 机构 中心 党组 代表团 代表 人员 总书记 主席 \
    主任 制度 体系 机制 系统 平台 规划 纲要 计划 方案 条例 办法 规定 细则 规则 章程 法 宪法 大会 会议 全会 座谈会 \
    联系点 联络站 工程 项目 管理 思想 理念 工作报告 报告 协会 公司 企业 学校 医院 法规 委 会 组 院 区 市 省 县
    """)

  private static let englishNouns: Set<String> = [
    "committee", "council", "board", "department", "office", "agency", "authority", "ministry",
    "plan", "programme", "program", "act", "regulation", "regulations", "system", "framework",
    "report", "directive", "policy", "conference", "meeting", "fund", "group", "commission",
    "company", "corporation", "limited", "inc", "ltd", "university", "association",
  ]

  /// Words that make an English phrase a sentence or a part of one.
  private static let englishVerbs: Set<String> = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "should",
    "may", "can", "must", "shall", "we", "our", "it", "that", "which", "remains", "remain",
    "continued", "continue", "continues", "expect", "expects", "expected", "in", "with", "by",
  ]

  /// The tokens of each of the expressions in `list`.
  private static func characters(_ list: String) -> [[UInt32]] {
    list.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }
}
