internal import PhraseReport
internal import Taohua
internal import TextIngest

/// The charts of an audit as files of a folder: each as SVG, and as PNG where a program for it is there.
struct ChartReports {
  let folder: String
  let language: ReportLanguage
  /// Whether there is a chart of the years.
  let comparesYears: Bool

  /// Every file that may be written.
  var files: [String] {
    AuditCharts.names(comparesYears: comparesYears).flatMap { [path($0, "svg"), path($0, "png")] }
  }

  func reports(of report: AuditReport) -> [ReportWriter.Report] {
    let charts = AuditCharts(report, language: language).all
    return charts.map { chart in
      ReportWriter.Report(path: path(chart.name, "svg")) { try $0(chart.svg) }
    } + pictures(of: charts)
  }

  /// The PNGs that can be made; standard error says which not, and why.
  private func pictures(of charts: [AuditCharts.Chart]) -> [ReportWriter.Report] {
    var reports: [ReportWriter.Report] = []
    var missing: [String] = []
    for chart in charts {
      let path = path(chart.name, "png")
      do throws(IngestError) {
        let png = try PictureConverter.png(ofSVG: chart.svg)
        reports.append(ReportWriter.Report(path: path) { try $0(png) })
      } catch .document(.converterMissing) {
        missing.append(path)
      } catch {
        StandardError.warn("\(path) was not made: its picture \(error.reason)")
      }
    }
    if !missing.isEmpty {
      let converter = Converter.rsvgConvert
      StandardError.warn(
        "without \(converter.programs[0]) these were not made: \(missing.joined(separator: ", "))\n"
          + "  install \(converter.packages)")
    }
    return reports
  }

  private func path(_ name: String, _ type: String) -> String {
    OutputPath.joined(folder, "\(name).\(type)")
  }
}
