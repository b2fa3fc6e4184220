internal import PhraseReport

/// Prints a check in the format of the settings.
struct CheckOutput {
  let settings: Settings

  /// Prints `found`, without the findings below the least severity.
  func write(_ found: CheckReport) throws {
    let least = settings.choice(.minSeverity, of: Severity.self, default: .note)
    var report = found
    report.findings.removeAll { $0.severity < least }
    let language = settings.choice(.lang, of: ReportLanguage.self, default: .english)
    switch settings.choice(.format, of: CheckFormat.self, default: .full) {
    case .json: try CheckJSON.write(report, to: StandardOutput.write)
    case .concise: try StandardOutput.write(CheckConcise.render(report))
    case .full:
      try StandardOutput.write(
        CheckSummary.render(
          report, style: settings.style, width: Terminal.width, language: language))
    }
  }
}
