/// What tells the title of a report from other short lines.
enum ReportTitle {
  /// Whether the line names a kind of report.
  static func isOne(_ line: Line, _ text: UTF8Text) -> Bool {
    guard line.mayBeTitle, line.characters >= 4 else { return false }
    let key = TitleKey.make(text, line.range)
    return nouns.contains { key.contains($0) } && !annexes.contains { key.hasPrefix($0) }
  }

  /// Kinds of reports, folded.
  static let nouns = [
    "报告", "报吿", "總結", "总结", "综述", "讲话", "要点", "意见", "方案", "汇报", "材料", "致辞",
    "发言", "计划", "规划", "纪要", "决议", "通知", "体会", "述职", "简报", "報告", "보고", "report",
    "review", "summary", "statement", "speech", "address", "minutes", "rapport", "informe",
    "bericht",
  ]

  /// What begins the title of something that belongs to a report.
  private static let annexes = [
    "附件", "附录", "附表", "附錄", "别紙", "別紙", "별첨", "annex", "appendix", "schedule", "anexo", "annexe",
    "anlage",
  ]
}
