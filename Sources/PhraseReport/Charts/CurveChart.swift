internal import Glibc

/// How much recurs, by length (D8), with the threshold that was chosen.
struct CurveChart {
  let sheet: ChartSheet

  private var corpus: CorpusSummary { sheet.report.corpus }

  var picture: [UInt8] {
    let words = sheet.words
    return sheet.picture(
      title: words[.curve],
      subtitle: sheet.joined([
        words(.curveText, ["tokens": .number(corpus.tokens)]), words[.chartCurveAxis],
      ]),
      height: 340
    ) { svg, area in
      guard let range, corpus.tokens > 0 else {
        return svg.text(words[.noteEmpty], x: area.left, y: area.top + 40)
      }
      draw(&svg, area, range)
    }
  }

  /// k of the documents that have text.
  private var thresholds: [Int] {
    Set(sheet.report.documents.lazy.filter { $0.tokens > 0 }.map(\.shingleLength)).sorted()
  }

  /// The lengths that the axis holds.
  private var range: ClosedRange<Int>? {
    guard let first = corpus.lengthCurve.first?.length, let last = corpus.lengthCurve.last?.length
    else { return nil }
    return min(first, thresholds.first ?? first)...max(last, thresholds.last ?? last)
  }

  /// Each length has about the same way to the next: the axis is one of ratios, as on the page.
  private func draw(
    _ svg: inout SVGWriter, _ area: ChartSheet.Area, _ range: ClosedRange<Int>
  ) {
    let scale = ChartScale(upTo: (corpus.lengthCurve.map(\.share).max() ?? 0) * 100)
    let (left, right) = (area.left + 72, area.right - 48)
    let (top, bottom) = (area.top + 20 + 17 * Double(thresholds.count), area.bottom - 28)
    let ends = (log(Double(range.lowerBound)), log(Double(range.upperBound)))
    func x(_ length: Int) -> Double {
      left + (right - left) * (log(Double(length)) - ends.0) / max(ends.1 - ends.0, 0.1)
    }
    func y(_ percent: Double) -> Double { bottom - (bottom - top) * scale.position(percent) }
    for tick in scale.ticks {
      svg.line(
        x1: left - 16, y1: y(tick), x2: right + 48, y2: y(tick), stroke: ChartColors.line)
      svg.text(
        "\(SVGWriter.number(tick)) %", x: left - 24, y: y(tick) + 4, anchor: .end,
        fill: ChartColors.grey)
    }
    drawThresholds(&svg, x: x, top: area.top, bottom: bottom)
    let points = corpus.lengthCurve.map { (x: x($0.length), y: y($0.share * 100)) }
    svg.polyline(points, stroke: ChartColors.stockLine)
    for (point, place) in zip(corpus.lengthCurve, points) {
      svg.dot(x: place.x, y: place.y, fill: ChartColors.stockLine)
      svg.text(
        NumberText.percent(point.tokens, of: corpus.tokens), x: place.x + 6, y: place.y - 8,
        isOverLines: true)
      svg.text(
        String(point.length), x: place.x, y: bottom + 20, anchor: .middle, fill: ChartColors.grey)
    }
  }

  /// A line at k of the documents, with what the curve says there.
  private func drawThresholds(
    _ svg: inout SVGWriter, x: (Int) -> Double, top: Double, bottom: Double
  ) {
    for (index, length) in thresholds.enumerated() {
      let place = x(length)
      let label = top + 10 + Double(index) * 17
      svg.line(
        x1: place, y1: label - 10, x2: place, y2: bottom, stroke: ChartColors.threshold,
        dashes: "4 3")
      // Two lines may be neighbours: their labels stand one below the other.
      svg.text(
        text(of: length), x: place + 6, y: label, fill: ChartColors.threshold, isOverLines: true)
    }
  }

  private func text(of length: Int) -> String {
    let lengths = sheet.report.settings.shingleLength
    let isForWords = thresholds.count > 1 && length == lengths.spaced
    guard let point = corpus.lengthCurve.first(where: { $0.length == length }) else {
      return isForWords ? sheet.words(.chartSpaced, ["k": .number(length)]) : "k = \(length)"
    }
    let part = sheet.words(
      .of,
      [
        "share": .text(NumberText.percent(point.tokens, of: corpus.tokens)),
        "tokens": .number(corpus.tokens),
      ])
    return sheet.words(.chartThreshold, ["k": .number(length), "part": .text(part)])
  }
}
