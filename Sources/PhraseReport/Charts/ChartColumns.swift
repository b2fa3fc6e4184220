/// Columns side by side, from zero: each with its number above and what it is below, as long as there is
/// room for that; else with an axis.
struct ChartColumns {
  struct Column {
    /// Nil where there is none: a gap.
    var value: Double?
    var label: String
    var foot: String
    /// Further lines below.
    var notes: [String] = []
    var color: String
    var labelColor = ChartColors.ink
  }

  let columns: [Column]
  /// After the numbers of the axis.
  var unit = ""

  func draw(_ svg: inout SVGWriter, _ area: ChartSheet.Area) {
    if columns.isEmpty { return }
    let isDense = step(area) < widest
    var area = area
    if isDense { area.left += 48 }
    let lines = isDense ? 0 : columns.map(\.notes.count).max() ?? 0
    area.top += 20
    area.bottom -= 26 + Double(lines) * 18
    let scale = ChartScale(upTo: columns.compactMap(\.value).max() ?? 0)
    if isDense { drawAxis(scale, &svg, area) }
    drawColumns(scale, isDense, &svg, area)
    svg.line(
      x1: area.left, y1: area.bottom, x2: area.right, y2: area.bottom, stroke: ChartColors.grey)
    drawFeet(isDense, &svg, area)
  }

  private func step(_ area: ChartSheet.Area) -> Double {
    (area.right - area.left) / Double(max(columns.count, 3))
  }

  /// Pixels that the widest text of a column takes.
  private var widest: Double {
    let texts = columns.flatMap { [$0.label, $0.foot] + $0.notes }
    return Double(texts.map { DisplayText.width(of: $0) }.max() ?? 0) * ChartSheet.column(13) + 6
  }

  private func middle(_ index: Int, _ area: ChartSheet.Area) -> Double {
    area.left + step(area) * (Double(index) + 0.5)
  }

  private func drawAxis(
    _ scale: ChartScale, _ svg: inout SVGWriter, _ area: ChartSheet.Area
  ) {
    for tick in scale.ticks {
      let y = area.bottom - (area.bottom - area.top) * scale.position(tick)
      svg.line(x1: area.left, y1: y, x2: area.right, y2: y, stroke: ChartColors.line)
      svg.text(
        SVGWriter.number(tick) + unit, x: area.left - 8, y: y + 4, anchor: .end,
        fill: ChartColors.grey)
    }
  }

  private func drawColumns(
    _ scale: ChartScale, _ isDense: Bool, _ svg: inout SVGWriter, _ area: ChartSheet.Area
  ) {
    let width = min(64, step(area) * 0.7)
    for (index, column) in columns.enumerated() {
      guard let value = column.value else { continue }
      let height = (area.bottom - area.top) * scale.position(value)
      svg.rectangle(
        x: middle(index, area) - width / 2, y: area.bottom - height, width: width, height: height,
        fill: column.color)
      if isDense { continue }
      svg.text(
        column.label, x: middle(index, area), y: area.bottom - height - 6, anchor: .middle,
        fill: column.labelColor, isBold: true)
    }
  }

  /// What the columns are; of dense ones every second, fifth, tenth….
  private func drawFeet(_ isDense: Bool, _ svg: inout SVGWriter, _ area: ChartSheet.Area) {
    let width = columns.map { DisplayText.width(of: $0.foot) }.max() ?? 0
    let room = Double(width) * ChartSheet.column(13) + 10
    let stride = [1, 2, 5, 10, 20, 50].first { Double($0) * step(area) >= room } ?? 100
    for (index, column) in columns.enumerated() {
      // Of years the round ones.
      if isDense && (Int(column.foot) ?? index) % stride != 0 { continue }
      svg.text(column.foot, x: middle(index, area), y: area.bottom + 18, anchor: .middle)
      if isDense { continue }
      for (line, note) in column.notes.enumerated() {
        svg.text(
          note, x: middle(index, area), y: area.bottom + 36 + Double(line) * 18, anchor: .middle,
          fill: ChartColors.grey)
      }
    }
  }
}
