internal import CorpusIndex
internal import PhraseReport
internal import Taohua

/// The tables of an audit as files of a folder: each as CSV, and all as one database.
struct TableReports {
  let folder: String

  /// Every file that is written.
  var files: [String] {
    AuditTables.names.map { path("\($0).csv") } + [path(TableDatabase.fileName)]
  }

  func reports(of report: AuditReport) -> [ReportWriter.Report] {
    let tables = AuditTables(report)
    if tables.keysLeftOut > 0 {
      StandardError.warn(
        "\(path("documents.csv")): the \(tables.keysLeftOut) rarest keys of metadata have no column; "
          + "report.json has them")
    }
    if report.corpus.tokens > 0 && report.documents.allSatisfy(\.sentences.isEmpty) {
      StandardError.warn(
        "\(path("sentences.csv")) has no rows: the corpus is too large for verdicts of sentences")
    }
    let all = tables.all
    return all.map { table in
      ReportWriter.Report(path: path("\(table.name).csv")) { try TableCSV.write(table, to: $0) }
    } + [database(of: all)]
  }

  private func database(of tables: [ReportTable]) -> ReportWriter.Report {
    let path = path(TableDatabase.fileName)
    return ReportWriter.Report(
      path: path,
      writeFile: { temporary in
        do {
          try TableDatabase.write(tables, to: temporary)
        } catch IndexError.system(_, let errno) {
          throw CommandFailure.unwritable(path: path, errno: errno)
        } catch let error as IndexError {
          throw CommandFailure.index(error.named(path))
        }
      })
  }

  private func path(_ name: String) -> String { OutputPath.joined(folder, name) }
}
