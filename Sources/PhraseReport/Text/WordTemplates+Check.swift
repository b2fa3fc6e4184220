/// The sentences of a check as a whole: English, then Simplified Chinese.
extension WordTemplates {
  static func check(_ key: WordKey) -> (String, String)? {
    switch key {
    case .checkAlone:
      (
        "{path}: {tokens} {tokens?token|tokens}, checked alone: there are no earlier reports to compare with.",
        "{path}：{tokens} 个词元；没有可对照的以往报告，只作自查。"
      )
    case .checkRaw:
      (
        "of {tokens} {tokens?token|tokens} stand in earlier reports: stock, copied, shared or allowed",
        "见于以往报告（套话、照搬、相同片段、规定用语），共 {tokens} 个词元"
      )
    case .checkNet:
      (
        "of {rest} {rest?token|tokens} without allowed wording and quotations",
        "不计规定用语和引文，共 {rest} 个词元"
      )
    case .checkOriginal:
      (
        "of {tokens} {tokens?token|tokens} were not found in these {n} {n?document|documents}",
        "在这 {n} 份文档中没有找到，共 {tokens} 个词元"
      )
    case .checkCount: ("{n} {what}", "{what} {n} 处")
    case .checkMore:
      (
        "{n} more {n?finding is|findings are} not shown ({counts}); --format concise lists all.",
        "另有 {n} 处未显示（{counts}）；用 --format concise 列出全部。"
      )
    case .checkNothing: ("Nothing to check.", "没有可检查的文档。")
    case .listMark: (", ", "，")
    case .reasonMark: ("; ", "；")
    case .severityError: ("error", "错误")
    case .severityWarning: ("warning", "警告")
    case .severityNote: ("note", "提示")
    case .findings: ("Findings", "发现")
    case .firstFindings: ("The first {n} of {all}", "前 {n} 处，共 {all} 处")
    case .allFindings: ("All findings", "全部发现")
    case .place: ("Place", "位置")
    case .rule: ("Rule", "规则")
    case .severity: ("Severity", "程度")
    case .message: ("Finding", "说明")
    case .result: ("Result", "结论")
    default: nil
    }
  }
}
