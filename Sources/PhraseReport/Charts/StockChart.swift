internal import PhraseMining

/// How much of each document is stock: a bar for each of a few documents, the distribution of many.
struct StockChart {
  let sheet: ChartSheet

  /// More documents than that are shown as a distribution.
  private static let barLimit = 60
  private static let labelColumns = 40

  private struct Row {
    var label: String
    var tokens: Int
    var formulas: Int
    var names: Int

    var stock: Int { formulas + names }
    var share: Double { tokens == 0 ? 0 : Double(stock) * 100 / Double(tokens) }
  }

  /// The documents with text, those with the greatest share first.
  private var rows: [Row] {
    let documents = sheet.report.documents.filter { $0.tokens > 0 }
    let titles = Dictionary(grouping: documents.compactMap(\.title)) { $0 }
    return documents.map { document in
      let title = document.title.flatMap { titles[$0]?.count == 1 ? $0 : nil }
      let kinds = document.stockByKind
      return Row(
        label: Self.shortened(
          DisplayText.clean(title ?? document.id), to: Self.labelColumns, isPath: title == nil),
        tokens: document.tokens, formulas: kinds[.formula] + kinds[.quotation],
        names: kinds[.term] + kinds[.title])
    }.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
      .map(\.element)
  }

  /// `text` without its middle, or, of a path, without its beginning: what tells documents apart stands at
  /// the end as often as not.
  private static func shortened(_ text: String, to columns: Int, isPath: Bool) -> String {
    if DisplayText.width(of: text) <= columns { return text }
    let start = isPath ? "…" : DisplayText.truncated(text, to: columns / 2)
    var end = Substring(text)
    while DisplayText.width(of: end) + DisplayText.width(of: start) > columns {
      end = end.dropFirst()
    }
    return start + end
  }

  var picture: [UInt8] {
    let rows = rows
    let isFew = rows.count <= Self.barLimit
    let words = sheet.words
    let values: [String: Words.Value] = [
      "n": .number(rows.count), "sources": .number(sheet.report.corpus.sources),
      "d": .number(sheet.report.settings.minimumDocuments),
    ]
    return sheet.picture(
      title: words(.chartStock, values), subtitle: subtitle(values, hasBars: isFew),
      legend: isFew
        ? [
          (ChartColors.stock, words[.chartStockFormulas]),
          (ChartColors.term, words[.chartStockNames]),
        ] : [],
      height: isFew ? Double(max(rows.count, 2)) * 22 + 28 : 360
    ) { svg, area in
      if rows.isEmpty {
        svg.text(words[.noteEmpty], x: area.left, y: area.top + 40)
      } else if isFew {
        drawBars(rows, &svg, area)
      } else {
        drawDistribution(rows, &svg, area)
      }
    }
  }

  private func subtitle(_ values: [String: Words.Value], hasBars: Bool) -> String {
    let empty = sheet.report.documents.count { $0.tokens == 0 }
    return sheet.joined(
      [sheet.words(.chartStockText, values)]
        + (hasBars ? [sheet.words[.chartStockBars]] : [])
        + (empty > 0 ? [sheet.words(.chartStockEmpty, ["n": .number(empty)])] : []))
  }

  private func drawBars(_ rows: [Row], _ svg: inout SVGWriter, _ area: ChartSheet.Area) {
    let columns = rows.map { DisplayText.width(of: $0.label) }.max() ?? 0
    let left = area.left + Double(columns) * ChartSheet.column(13) + 24
    let right = area.right - 120
    let scale = ChartScale(upTo: rows.map(\.share).max() ?? 0)
    for tick in scale.ticks {
      let x = left + (right - left) * scale.position(tick)
      svg.line(x1: x, y1: area.top, x2: x, y2: area.bottom - 22, stroke: ChartColors.line)
      svg.text(
        "\(SVGWriter.number(tick)) %", x: x, y: area.bottom - 4, anchor: .middle,
        fill: ChartColors.grey)
    }
    for (index, row) in rows.enumerated() {
      let y = area.top + Double(index) * 22
      func width(_ tokens: Int) -> Double {
        (right - left) * scale.position(Double(tokens) * 100 / Double(row.tokens))
      }
      svg.text(row.label, x: left - 10, y: y + 15, anchor: .end)
      svg.rectangle(
        x: left, y: y + 4, width: width(row.formulas), height: 14, fill: ChartColors.stock)
      svg.rectangle(
        x: left + width(row.formulas), y: y + 4, width: width(row.names), height: 14,
        fill: ChartColors.term)
      svg.text(
        NumberText.percent(row.stock, of: row.tokens), x: right + 60, y: y + 15, anchor: .end,
        isBold: true)
      svg.text(
        "/ \(NumberText.grouped(row.tokens))", x: area.right, y: y + 15, anchor: .end,
        fill: ChartColors.grey)
    }
  }

  private func drawDistribution(
    _ rows: [Row], _ svg: inout SVGWriter, _ area: ChartSheet.Area
  ) {
    let scale = ChartScale(upTo: rows[0].share)
    let (left, right, top, bottom) = (
      area.left + 56, area.right, area.top + 24, area.bottom - 26
    )
    func y(_ share: Double) -> Double { bottom - (bottom - top) * scale.position(share) }
    for tick in scale.ticks {
      svg.line(x1: left, y1: y(tick), x2: right, y2: y(tick), stroke: ChartColors.line)
      svg.text(
        "\(SVGWriter.number(tick)) %", x: left - 8, y: y(tick) + 4, anchor: .end,
        fill: ChartColors.grey)
    }
    // One point for each pixel at most.
    let count = min(rows.count, Int(right - left))
    let points = (0..<count).map { point in
      (
        x: left + (right - left) * Double(point) / Double(max(1, count - 1)),
        y: y(rows[point * (rows.count - 1) / max(1, count - 1)].share)
      )
    }
    svg.polyline(
      [(left, bottom)] + points + [(right, bottom)], stroke: ChartColors.stockLine, width: 1,
      fill: ChartColors.stock)
    for (part, key) in [
      (0.0, WordKey.chartMost), (0.25, .chartQuarter), (0.5, .chartHalf),
      (0.75, .chartThreeQuarters),
    ] {
      let row = rows[Int(Double(rows.count - 1) * part)]
      let x = left + (right - left) * part
      svg.dot(x: x, y: y(row.share), fill: ChartColors.ink)
      svg.text(
        NumberText.percent(row.stock, of: row.tokens), x: x + 8, y: y(row.share) - 22,
        isBold: true, isOverLines: true)
      svg.text(
        sheet.words[key], x: x + 8, y: y(row.share) - 6, fill: ChartColors.grey, isOverLines: true)
    }
    svg.text(
      sheet.words(.chartDocumentsAxis, ["n": .number(rows.count)]), x: left, y: bottom + 20,
      fill: ChartColors.grey)
  }
}
