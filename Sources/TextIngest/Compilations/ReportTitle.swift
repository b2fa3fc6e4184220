/// What tells the title of a report from other short lines.
enum ReportTitle {
  /// Whether the line names a kind of report.
  static func isOne(_ line: Line, _ text: UTF8Text) -> Bool {
    guard line.mayBeTitle, line.characters >= 4 else { return false }
    let key = Array(TitleKey.make(text, line.range).utf8)
    return namesReport(key) && !annexes.contains { key.starts(with: $0) }
  }

  /// Whether a title's key names a kind of report.
  static func namesReport(_ key: [UInt8]) -> Bool {
    // By bytes: a search by characters took half of the time of reading.
    nouns.contains { noun in
      key.indices.dropLast(noun.count - 1).contains {
        key[$0] == noun[0] && key[$0...].starts(with: noun)
      }
    }
  }

  /// Kinds of reports, folded, in UTF-8.
  private static let nouns = [
    "报告", "报吿", "總結", "总结", "综述", "讲话", "要点", "意见", "方案", "汇报", "材料", "致辞",
    "发言", "计划", "规划", "纪要", "决议", "通知", "体会", "述职", "简报", "報告", "보고", "report",
    "review", "summary", "statement", "speech", "address", "minutes", "rapport", "informe",
    "bericht",
  ].map { Array($0.utf8) }

  /// What begins the title of something that belongs to a report.
  private static let annexes = [
    "附件", "附录", "附表", "附錄", "别紙", "別紙", "별첨", "annex", "appendix", "schedule", "anexo", "annexe",
    "anlage",
  ].map { Array($0.utf8) }
}
