/// Columns side by side, from zero, each with its number above and what it is below.
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

  func draw(_ svg: inout SVGWriter, _ area: ChartSheet.Area) {
    let scale = ChartScale(upTo: columns.compactMap(\.value).max() ?? 0)
    let lines = columns.map(\.notes.count).max() ?? 0
    let (top, bottom) = (area.top + 20, area.bottom - 26 - Double(lines) * 18)
    let step = (area.right - area.left) / Double(max(columns.count, 3))
    let width = min(64, step * 0.7)
    svg.line(x1: area.left, y1: bottom, x2: area.right, y2: bottom, stroke: ChartColors.grey)
    for (index, column) in columns.enumerated() {
      let middle = area.left + step * (Double(index) + 0.5)
      if let value = column.value {
        let height = (bottom - top) * scale.position(value)
        svg.rectangle(
          x: middle - width / 2, y: bottom - height, width: width, height: height,
          fill: column.color)
        svg.text(
          column.label, x: middle, y: bottom - height - 6, anchor: .middle, fill: column.labelColor,
          isBold: true)
      }
      svg.text(column.foot, x: middle, y: bottom + 18, anchor: .middle)
      for (line, note) in column.notes.enumerated() {
        svg.text(
          note, x: middle, y: bottom + 36 + Double(line) * 18, anchor: .middle,
          fill: ChartColors.grey)
      }
    }
  }
}
