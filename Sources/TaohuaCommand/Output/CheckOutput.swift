internal import PhraseReport
internal import Taohua

/// Prints a check in the format of the settings, and writes it to the files of `--report`.
struct CheckOutput {
  let settings: Settings

  /// The files that will be written.
  var paths: [String] { settings.reportTargets.map(\.path) }

  /// Checks that the files can be written, and changes nothing: before the long work.
  func check() throws(CommandFailure) { try ReportWriter.check(paths) }

  /// Writes the files, all or none, then prints, without the findings below the least severity.
  ///
  /// - Parameters:
  ///   - earlier: the paths of the earlier reports, where there are any.
  ///   - annotated: the copy of the draft that is written too.
  func write(
    _ found: CheckReport, earlier: [String] = [], annotated: AnnotatedDraft? = nil
  ) throws {
    let least = settings.choice(.minSeverity, of: Severity.self, default: .note)
    var report = found
    // To remove nothing would copy them: of a long draft they are tens of megabytes.
    if report.findings.contains(where: { $0.severity < least }) {
      report.findings.removeAll { $0.severity < least }
    }
    let written = report
    try ReportWriter.write(
      settings.reportTargets.map { target in
        ReportWriter.Report(path: target.path) { sink in
          guard let format = CheckFormat(rawValue: target.format) else { return }
          try render(
            written, as: format, style: .plain, width: 80, earlier: earlier, to: sink)
        }
      } + [try annotated?.report(of: written)].compactMap { $0 })
    try render(
      report, as: settings.choice(.format, of: CheckFormat.self, default: .full),
      style: settings.style, width: Terminal.width, earlier: earlier, to: StandardOutput.write)
  }

  private func render(
    _ report: CheckReport, as format: CheckFormat, style: TerminalStyle, width: Int,
    earlier: [String], to sink: ([UInt8]) throws -> Void
  ) throws {
    let language = settings.choice(.lang, of: ReportLanguage.self, default: .english)
    // Without a choice of the user the page follows the reader's browser.
    let pageLanguage = settings.text(.lang).map { _ in language }
    switch format {
    case .json: try CheckJSON.write(report, to: sink)
    case .jsonl: try CheckJSONLines.write(report, to: sink)
    case .sarif: try CheckSARIF.write(report, to: sink)
    case .concise: try sink(Array(CheckConcise.render(report).utf8))
    case .github: try sink(Array(CheckGitHub.render(report).utf8))
    case .csv: try sink(Array(CheckCSV.render(report).utf8))
    case .markdown: try sink(Array(CheckMarkdown.render(report, language: language).utf8))
    case .html:
      var report = report
      report.compareClosePlaces(reading: settings.reading)
      try sink(CheckHTML.render(report, language: pageLanguage))
    case .full:
      let text = CheckSummary.render(
        report, style: style, width: width, language: language, earlier: earlier)
      try sink(Array(text.utf8))
    }
  }
}
