internal import Evaluation
internal import PhraseReport
internal import Taohua

@testable internal import TaohuaCommand

/// Reports on any text with any names, in every format: valid UTF-8, valid JSON, nothing that speaks to the
/// reader's terminal, nothing that runs in a page.
///
/// The input: bytes of choices, then pieces with 0xFF between: name, content, name, content…; files whose names
/// begin with an even byte are drafts.
enum ReportTarget {
  static func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let choice = source.byte()
    let pieces = Array(source.pieces.prefix(16))
    var files: [(name: String, content: [UInt8])] = []
    var drafts: [(name: String, content: [UInt8])] = []
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
      let name = String(decoding: pieces[index], as: UTF8.self)
      let content = pieces[index + 1]
      if name.isEmpty || (files + drafts).contains(where: { $0.name == name }) { continue }
      if pieces[index][0] % 2 == 0 {
        drafts.append((name, content))
      } else {
        files.append((name, content))
      }
    }
    let corpus = MemoryFiles.corpus(
      files + MemoryFiles.sample.map { ($0.name, Array($0.text.utf8)) })
    if choice & 1 > 0 {
      audit(corpus, choice)
    } else {
      check(MemoryFiles.corpus(drafts), corpus, choice)
    }
  }

  private static func audit(_ corpus: Corpus, _ choice: UInt8) {
    var settings = AuditSettings()
    if choice & 2 > 0 { settings.frame = 1 }
    if choice & 4 > 0 { settings.countBy = .series }
    let report = Audit.run(corpus, settings: settings)
    var json: [UInt8] = []
    AuditJSON.write(report) { json += $0 }
    FormatPromise.json(json, "audit JSON")
    FormatPromise.page(AuditHTML.render(report, language: .english), "audit page")
    FormatPromise.text(AuditMarkdown.render(report), "audit Markdown")
    let summary = AuditSummary.render(report, style: .plain)
    FormatPromise.terminal(Array(summary.utf8), "audit summary")
    for table in AuditTables(report).all {
      var content: [UInt8] = []
      try? TableCSV.write(table) { content += $0 }
      FormatPromise.csv(Array(content.dropFirst(3)), "table \(table.name)")
    }
  }

  private static func check(_ drafts: Corpus, _ corpus: Corpus, _ choice: UInt8) {
    var settings = CheckSettings()
    settings.needsSpanSources = choice & 2 > 0
    settings.audit.minimumDocuments = choice & 4 > 0 ? 2 : nil
    var report = Check.run(drafts: drafts, against: corpus, settings: settings)
    report.judge(GateSettings())
    for format in CheckFormat.allCases { write(report, format) }
  }

  private static func write(_ report: CheckReport, _ format: CheckFormat) {
    var content: [UInt8] = []
    switch format {
    case .json:
      CheckJSON.write(report) { content += $0 }
      FormatPromise.json(content, "check JSON")
    case .jsonl:
      CheckJSONLines.write(report) { content += $0 }
      FormatPromise.jsonLines(content, count: report.findings.count)
    case .sarif:
      CheckSARIF.write(report) { content += $0 }
      FormatPromise.json(content, "SARIF")
    case .concise: FormatPromise.terminal(Array(CheckConcise.render(report).utf8), "concise")
    case .github: FormatPromise.terminal(Array(CheckGitHub.render(report).utf8), "github")
    case .csv: FormatPromise.csv(Array(CheckCSV.render(report).utf8), "check CSV")
    case .markdown: FormatPromise.text(Array(CheckMarkdown.render(report).utf8), "Markdown")
    case .html:
      var report = report
      report.compareClosePlaces(reading: ReadingSettings())
      FormatPromise.page(CheckHTML.render(report, language: .english), "draft page")
    case .full:
      let text = CheckSummary.render(report, style: .plain)
      FormatPromise.terminal(Array(text.utf8), "check summary")
    }
  }
}
