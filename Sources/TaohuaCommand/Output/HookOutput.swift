internal import PhraseReport

/// Prints what a hook found, in the format of the settings: new findings alone.
struct HookOutput {
  let settings: Settings

  func write(_ outcome: ChangeCheck.Outcome) throws {
    var report = outcome.report
    let least = settings.choice(.minSeverity, of: Severity.self, default: .note)
    report.keepNew()
    report.findings.removeAll { $0.severity < least }
    report.skipped.removeAll { !$0.isFailure }
    let language = settings.choice(.lang, of: ReportLanguage.self, default: .english)
    guard settings.choice(.format, of: CheckFormat.self, default: .full) == .full else {
      StandardError.line(HookSummary.headline(report, outcome.facts, language: language))
      try CheckOutput(settings: settings).write(report)
      return
    }
    let limit = settings.integer(.maxFindings) ?? 0
    try StandardOutput.write(
      HookSummary.render(
        report, outcome.facts, limit: limit == 0 ? .max : limit, style: settings.style,
        width: Terminal.width, language: language))
  }
}
