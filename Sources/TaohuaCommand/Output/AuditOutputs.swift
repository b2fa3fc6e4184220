internal import PhraseReport
internal import TextIngest

/// What an audit writes, and where.
struct AuditOutputs {
  /// The names of the reports in the output folder.
  private static let names: [(AuditFormat, String)] = [
    (.html, WrittenReports.page), (.json, WrittenReports.json),
    (.markdown, WrittenReports.markdown),
  ]

  /// The reports that go to files and folders.
  let targets: [ReportTarget]
  /// What goes to standard output; nil for nothing.
  let printed: AuditFormat?
  /// Every file that an audit with these settings may have written before.
  let knownPaths: [String]

  private let settings: Settings
  private let inputs: [String]

  /// - Parameters:
  ///   - inputs: the paths that were named.
  ///   - namesFolder: whether the output folder stands on the command line.
  ///   - namesFormat: whether the format does.
  init(settings: Settings, inputs: [String], namesFolder: Bool, namesFormat: Bool) {
    let reports = settings.reportTargets
    let format = settings.choice(.format, of: AuditFormat.self, default: .full)
    let folder = settings.text(.output) ?? "reports"
    let standard = AuditOutputs.names.map { format, name in
      ReportTarget(format: format.rawValue, path: OutputPath.joined(folder, name))
    }
    let isSpecific = namesFormat || !reports.isEmpty
    self.settings = settings
    self.inputs = inputs
    targets = (isSpecific && !namesFolder ? [] : standard) + reports
    printed = namesFormat || reports.isEmpty || namesFolder ? format : nil
    knownPaths = (standard + reports).flatMap { AuditOutputs.files(of: $0, settings) }
  }

  /// Every file that will be written.
  var files: [String] { targets.flatMap { AuditOutputs.files(of: $0, settings) } }

  private static func files(of target: ReportTarget, _ settings: Settings) -> [String] {
    switch FolderFormat(rawValue: target.format) {
    case .tables: TableReports(folder: target.path).files
    case .charts: charts(target, settings).files
    case nil: [target.path]
    }
  }

  private static func charts(_ target: ReportTarget, _ settings: Settings) -> ChartReports {
    ChartReports(
      folder: target.path, language: language(settings),
      comparesYears: settings.integer(.frame) != nil)
  }

  private static func language(_ settings: Settings) -> ReportLanguage {
    settings.choice(.lang, of: ReportLanguage.self, default: .english)
  }

  /// Writes the files, all or none, then prints.
  func write(_ report: AuditReport) throws {
    try ReportWriter.write(targets.flatMap { reports(report, for: $0) })
    if let printed { try render(report, as: printed, to: StandardOutput.write) }
  }

  private func reports(
    _ report: AuditReport, for target: ReportTarget
  ) -> [ReportWriter.Report] {
    switch FolderFormat(rawValue: target.format) {
    case .tables: return TableReports(folder: target.path).reports(of: report)
    case .charts: return Self.charts(target, settings).reports(of: report)
    case nil:
      let format = AuditFormat(rawValue: target.format)
      let place = OutputPath(target.path)
      let parts = format == .html && !place.isSpecial ? PartFolder(beside: place) : nil
      return [
        ReportWriter.Report(path: target.path, parts: parts) { sink in
          if let format { try render(report, as: format, parts: parts, to: sink) }
        }
      ]
    }
  }

  /// Shows the page that was written in the browser.
  func open() {
    guard let page = targets.first(where: { $0.format == AuditFormat.html.rawValue }) else {
      return StandardError.warn("no page was written that could be opened; -o FOLDER writes one")
    }
    PageOpener.open(page.path)
  }

  private func render(
    _ report: AuditReport, as format: AuditFormat, parts: PartFolder? = nil,
    to sink: ([UInt8]) throws -> Void
  ) throws {
    let language = Self.language(settings)
    switch format {
    case .json: try AuditJSON.write(report, to: sink)
    case .markdown: try sink(AuditMarkdown.render(report, language: language))
    case .html: try sink(page(report, parts: parts))
    case .full:
      let summary = AuditSummary.render(
        report, style: settings.style, width: Terminal.width, language: language,
        outputs: targets.map(\.path), inputs: inputs)
      try sink(Array(summary.utf8))
    }
  }

  /// The page, whole where it fits one file; what does not goes into `parts`, where there may be such.
  private func page(_ report: AuditReport, parts: PartFolder?) throws -> [UInt8] {
    // Without a choice of the user the page follows the reader's browser.
    let language = settings.text(.lang).map { _ in Self.language(settings) }
    guard let parts, !PageForm.fitsOneFile(report) else {
      return AuditHTML.render(report, language: language)
    }
    return try AuditHTML.render(report, language: language, partsIn: parts.name) {
      try parts.write($1, to: $0)
    }
  }
}
