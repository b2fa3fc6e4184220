/// In how many sources the phrases stand.
struct FrequencyChart {
  let sheet: ChartSheet

  /// Phrases in so many sources, and how many of them there are.
  struct Bin: Hashable {
    var sources: ClosedRange<Int>
    var families = 0

    var label: String {
      sources.count == 1
        ? String(sources.lowerBound) : "\(sources.lowerBound)–\(sources.upperBound)"
    }
  }

  /// More bars than that have no room for their labels.
  private static let barLimit = 24

  var picture: [UInt8] {
    let report = sheet.report
    let bins = Self.bins(report.families.map(\.documents))
    let values: [String: Words.Value] = [
      "n": .number(report.families.count), "sources": .number(report.corpus.sources),
      "d": .number(report.settings.minimumDocuments),
    ]
    return sheet.picture(
      title: sheet.words(.chartFrequency, values), subtitle: subtitle(bins, values), height: 300
    ) { svg, area in
      if bins.isEmpty { svg.text(nothing, x: area.left, y: area.top + 40) }
      ChartColumns(
        columns: bins.map {
          .init(
            value: Double($0.families), label: NumberText.grouped($0.families), foot: $0.label,
            color: ChartColors.stock)
        }
      ).draw(&svg, area)
    }
  }

  private func subtitle(_ bins: [Bin], _ values: [String: Words.Value]) -> String {
    let hasFewer = bins.contains {
      $0.sources.lowerBound < sheet.report.settings.minimumDocuments
    }
    let keys: [(WordKey, Bool)] = [
      (.chartFrequencyText, true), (.chartFrequencyFewer, hasFewer),
      (.chartFrequencyBins, bins.contains { $0.sources.count > 1 }),
    ]
    return sheet.joined(keys.filter(\.1).map { sheet.words($0.0, values) })
  }

  private var nothing: String {
    Headline(report: sheet.report, words: sheet.words).sentence
  }

  /// The bins of `counts`: one for each number of sources, or, where these are too many, such that widen by
  /// and by; without a gap.
  static func bins(_ counts: [Int]) -> [Bin] {
    guard let least = counts.min(), let most = counts.max() else { return [] }
    var bins: [Bin] = []
    var start = least
    while start <= most {
      let width = most - least < barLimit ? 1 : Self.width(from: start)
      bins.append(Bin(sources: start...min(start + width - 1, most)))
      start += width
    }
    for count in counts {
      let index = bins.firstIndex { $0.sources.contains(count) }!
      bins[index].families += 1
    }
    return bins
  }

  /// As far as the next power of two: 1, 2–3, 4–7, 8–15.
  private static func width(from start: Int) -> Int {
    var power = 1
    while power <= start { power *= 2 }
    return power - start
  }
}
