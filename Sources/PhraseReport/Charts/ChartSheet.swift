/// What is about a chart: its title and what it shows above it; below it how many documents it is of and the
/// settings, since a picture is passed on without its report.
struct ChartSheet {
  let report: AuditReport
  let words: Words

  static let width = 960
  static let margin = 32.0

  /// Pixels of a column of text, by its size; a Han character takes two.
  static func column(_ size: Int) -> Double { Double(size) * 0.5 }

  /// Where the chart itself is drawn.
  struct Area {
    var left = ChartSheet.margin
    var right = Double(ChartSheet.width) - ChartSheet.margin
    var top: Double
    var bottom: Double
  }

  /// The picture, `height` pixels of it for what `draw` draws.
  ///
  /// - Parameters:
  ///   - subtitle: what is shown, with the denominator.
  ///   - legend: what the colours mean, where labels do not say it.
  func picture(
    title: String, subtitle: String, legend: [(color: String, text: String)] = [],
    height: Double, _ draw: (inout SVGWriter, Area) -> Void
  ) -> [UInt8] {
    let heads = lines(title, size: 18)
    let notes = lines(subtitle, size: 13)
    let feet = footer.flatMap { lines($0, size: 13) }
    let top =
      Self.margin + Double(heads.count) * 26 + Double(notes.count) * 19 + (legend.isEmpty ? 16 : 40)
    let bottom = top + height
    let whole = bottom + 24 + Double(feet.count) * 19 + Self.margin / 2
    var svg = SVGWriter()
    svg.rectangle(
      x: 0, y: 0, width: Double(Self.width), height: whole.rounded(.up), fill: ChartColors.paper)
    var y = Self.margin + 14
    for line in heads {
      svg.text(line, x: Self.margin, y: y, size: 18, isBold: true)
      y += 26
    }
    for line in notes {
      svg.text(line, x: Self.margin, y: y - 3, fill: ChartColors.grey)
      y += 19
    }
    drawLegend(legend, at: y + 4, &svg)
    draw(&svg, Area(top: top, bottom: bottom))
    for (index, line) in feet.enumerated() {
      svg.text(
        line, x: Self.margin, y: bottom + 32 + Double(index) * 19, fill: ChartColors.grey)
    }
    return svg.document(
      width: Self.width, height: Int(whole.rounded(.up)), title: title,
      description: ([subtitle] + footer).joined(separator: " "), language: words.language)
  }

  /// Sentences one after another; Chinese sets no space between them.
  func joined(_ sentences: [String]) -> String {
    sentences.joined(separator: words.language == .chinese ? "" : " ")
  }

  private func lines(_ text: String, size: Int) -> [String] {
    DisplayText.wrapped(
      text, to: Int((Double(Self.width) - 2 * Self.margin) / Self.column(size)))
  }

  private func drawLegend(
    _ legend: [(color: String, text: String)], at y: Double, _ svg: inout SVGWriter
  ) {
    var x = Self.margin
    for item in legend {
      svg.rectangle(x: x, y: y - 11, width: 12, height: 12, fill: item.color)
      svg.text(item.text, x: x + 18, y: y)
      x += 38 + Double(DisplayText.width(of: item.text)) * Self.column(13)
    }
  }

  private var footer: [String] {
    let settings = report.settings
    let corpus = words(
      .chartFooter,
      [
        "n": .number(report.corpus.documents), "sources": .number(report.corpus.sources),
        "tokens": .number(report.corpus.tokens),
        "k": .number(settings.shingleLength.unspaced),
        "words": .number(settings.shingleLength.spaced),
        "d": .number(settings.minimumDocuments), "version": .text(Tool.version),
      ])
    let small = report.notes.filter {
      if case .smallCorpus = $0 { true } else { false }
    }
    return [corpus] + small.map { $0.text(in: words.language) }
      + [DisplayText.clean(settings.repeatingCommand)]
  }
}
