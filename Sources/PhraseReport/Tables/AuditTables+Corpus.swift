internal import PhraseMining

/// The tables about the corpus as a whole.
extension AuditTables {
  /// One fact a row: what the other tables are of, and the denominators of all rates.
  var corpus: ReportTable {
    ReportTable(
      "corpus", key: ["fact"],
      columns: [.text("fact") { $0.name }, .text("value") { $0.value }],
      facts.map { Fact(name: $0.0, value: $0.1) })
  }

  private struct Fact: Sendable {
    var name: String
    var value: String?
  }

  private var facts: [(String, String?)] {
    let (corpus, settings) = (report.corpus, report.settings)
    let numbers = [
      ("documents", corpus.documents), ("sources", corpus.sources), ("bytes", corpus.bytes),
      ("characters", corpus.characters), ("tokens", corpus.tokens),
      ("files_skipped", corpus.skipped.count), ("families", report.families.count),
      ("pairs_left_out", report.pairsLeftOut),
      ("shingle_length_unspaced", settings.shingleLength.unspaced),
      ("shingle_length_spaced", settings.shingleLength.spaced),
      ("minimum_documents", settings.minimumDocuments),
    ]
    return [("tool", Tool.name), ("version", Tool.version)]
      + numbers.map { ($0.0, String($0.1)) }
      + [("command", settings.repeatingCommand), ("date", settings.date)]
  }

  /// How much recurs, by length (D8).
  var curve: ReportTable {
    ReportTable(
      "curve", key: ["length"],
      columns: [
        .integer("length") { $0.length }, .integer("tokens") { $0.tokens },
        .real("share") { $0.share },
      ], report.corpus.lengthCurve)
  }

  /// Each year against the sources before it; empty unless it was asked for.
  var years: ReportTable {
    let frame = report.corpus.frame
    return ReportTable(
      "years", key: ["year"],
      columns: [
        .integer("year") { $0.year }, .integer("documents") { $0.documents },
        .integer("tokens") { $0.tokens }, .integer("counted") { $0.counted },
        .real("share") { $0.tokens == 0 ? nil : Double($0.counted) / Double($0.tokens) },
        .integer("frame") { $0.frame }, .integer("frame_wanted") { _ in frame?.documents },
        .integer("frame_minimum") { _ in frame?.minimumDocuments },
        .integer("partial") { $0.isPartial ? 1 : 0 },
      ], frame?.years ?? [])
  }
}
