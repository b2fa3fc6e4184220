/// The share of each year that stands in the sources before it; years that cannot be compared in grey.
struct YearChart {
  let sheet: ChartSheet
  let frame: FrameReport

  /// Years without documents are gaps in a row of at most so many.
  private static let yearLimit = 150

  var picture: [UInt8] {
    let words = sheet.words
    let values: [String: Words.Value] = [
      "n": .number(frame.documents), "m": .number(frame.minimumDocuments),
      "undated": .number(frame.undated), "documents": .number(sheet.report.corpus.documents),
    ]
    let undated = frame.undated > 0 ? [words(.chartYearsUndated, values)] : []
    return sheet.picture(
      title: words(.chartYears, values),
      subtitle: sheet.joined([words(.chartYearsText, values)] + undated),
      legend: [
        (ChartColors.stock, words(.chartYearsWhole, values)),
        (ChartColors.partial, words(.chartYearsPartial, values)),
      ], height: 320
    ) { svg, area in
      if frame.years.isEmpty {
        svg.text(words[.chartYearsNone], x: area.left, y: area.top + 40)
      }
      ChartColumns(columns: columns, unit: " %").draw(&svg, area)
    }
  }

  private var columns: [ChartColumns.Column] {
    guard let first = frame.years.first?.year, let last = frame.years.last?.year else { return [] }
    let known = Dictionary(uniqueKeysWithValues: frame.years.map { ($0.year, $0) })
    let years = last - first < Self.yearLimit ? Array(first...last) : frame.years.map(\.year)
    return years.map { year in column(year, known[year]) }
  }

  private func column(_ year: Int, _ facts: FrameYear?) -> ChartColumns.Column {
    guard let facts else {
      return .init(value: nil, label: "", foot: String(year), color: ChartColors.partial)
    }
    return .init(
      value: facts.tokens == 0 ? 0 : Double(facts.counted) * 100 / Double(facts.tokens),
      // Before the first year there is nothing that it could have in common with.
      label: facts.frame == 0 ? "–" : NumberText.percent(facts.counted, of: facts.tokens),
      foot: String(year), notes: notes(facts),
      color: facts.isPartial ? ChartColors.partial : ChartColors.stock,
      labelColor: facts.isPartial ? ChartColors.grey : ChartColors.ink)
  }

  private func notes(_ year: FrameYear) -> [String] {
    let documents = sheet.words(.chartYearsDocuments, ["n": .number(year.documents)])
    if !year.isPartial { return [documents] }
    let values: [String: Words.Value] = [
      "frame": .number(year.frame), "n": .number(frame.documents),
    ]
    return [documents, sheet.words(.chartYearsBefore, values)]
  }
}
