/// The charts of an audit, each a picture that can be passed on alone: title, what it is of, settings.
package struct AuditCharts: Sendable {
  private let report: AuditReport
  private let language: ReportLanguage

  package init(_ report: AuditReport, language: ReportLanguage) {
    self.report = report
    self.language = language
  }

  package struct Chart: Sendable {
    /// Of the file, without an extension.
    package var name: String
    package var svg: [UInt8]
  }

  /// The names of the charts, known before the audit.
  ///
  /// - Parameter comparesYears: whether a frame is asked for.
  package static func names(comparesYears: Bool) -> [String] {
    ["stock-by-document", "length-curve", "document-frequency"]
      + (comparesYears ? ["stock-by-year"] : [])
  }

  package var all: [Chart] {
    let sheet = ChartSheet(report: report, words: Words(language: language))
    let pictures =
      [
        StockChart(sheet: sheet).picture, CurveChart(sheet: sheet).picture,
        FrequencyChart(sheet: sheet).picture,
      ] + (report.corpus.frame.map { [YearChart(sheet: sheet, frame: $0).picture] } ?? [])
    return zip(Self.names(comparesYears: report.corpus.frame != nil), pictures)
      .map { Chart(name: $0, svg: $1) }
  }
}
