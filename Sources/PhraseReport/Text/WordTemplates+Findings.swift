/// The sentences of findings and of the gate: English, then Simplified Chinese.
extension WordTemplates {
  static func finding(_ key: WordKey) -> (String, String)? {
    switch key {
    case .findingStock:
      ("in {n} of {sources} {sources?source|sources}: {text}", "见于 {sources} 个来源中的 {n} 个：{text}")
    case .findingCopied: ("{n} tokens stand in {place}", "{n} 个词元见于 {place}")
    case .findingOthers: (" and {n} more", "，另见于 {n} 份")
    case .findingRepeated: ("repeats line {line}: {text}", "与第 {line} 行重复：{text}")
    case .findingShare:
      (
        "{share} of {tokens} tokens are stock; {limit} are allowed",
        "{tokens} 个词元中套话占 {share}，上限为 {limit}"
      )
    case .findingResidue: ("{text}: {first}{reason}", "{text}：{first}{reason}")
    case .findingFirstOf: ("the first of {n}: ", "共 {n} 处，此为第一处：")
    case .findingSource: (" ({path})", "（{path}）")
    case .findingMisquoted: ("the prescribed wording is: {text}", "规定的表述是：{text}")
    case .gateReason: ("{path}: {reason}", "{path}：{reason}")
    case .gateFindings: ("{n} {what}", "{n} {what}")
    case .gateBorrowed: ("{n} borrowed tokens; {limit} are allowed", "照搬 {n} 个词元，上限为 {limit}")
    default: residue(key)
    }
  }

  private static func residue(_ key: WordKey) -> (String, String)? {
    switch key {
    case .residuePlace:
      ("a place of the source, named nowhere else in this report", "来源文档的地名，本报告别处没有")
    case .residueYear: ("the year of the source", "来源文档的年份")
    case .residueNumber:
      ("a figure of the source, found nowhere else in this report", "来源文档的数字，本报告别处没有")
    case .residueBlank: ("a blank that was not filled in", "空白未填")
    case .residueBlanks: ("names and figures are masked throughout", "全文的名称和数字都作了遮盖")
    case .residueNotMasked: ("a name, where the report masks names", "报告遮盖了名称，此处没有")
    case .residueOtherName: ("another name than the report's own place has", "与报告所属地不同的地名")
    case .residueUnclosed: ("a mark that is opened and not closed", "只有前半个引号或书名号")
    case .residueDoubled: ("characters that stand before and after the break", "换行前后重复的字")
    default: nil
    }
  }
}
