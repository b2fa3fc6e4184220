/// Between which edges text runs: where a paragraph's lines begin and end.
///
/// Told from all lines of the document: of the lines that reach at least as far as a line on both
/// sides, and so are of its column or of a wider one, most end at the edge of its column.
struct PDFMargins {
  private struct Edges: Hashable {
    var left: Int
    var right: Int
  }

  /// How many lines have which edges, in steps of `step` points.
  private var counts: [Edges: Int] = [:]
  private var known: [Edges: (left: Double, right: Double)] = [:]
  private let step = 6.0

  init(_ lines: [PDFLine]) {
    for line in lines { counts[edges(line), default: 0] += 1 }
  }

  private func edges(_ line: PDFLine) -> Edges {
    Edges(left: Int((line.left / step).rounded()), right: Int((line.right / step).rounded()))
  }

  /// The edges of the column that `line` stands in.
  mutating func column(of line: PDFLine) -> (left: Double, right: Double) {
    let key = edges(line)
    if let known = known[key] { return known }
    var lefts: [Int: Int] = [:]
    var rights: [Int: Int] = [:]
    for (edges, count) in counts where edges.left <= key.left + 1 && edges.right >= key.right - 1 {
      lefts[edges.left, default: 0] += count
      rights[edges.right, default: 0] += count
    }
    let result = (
      left: Double(PDFMargins.mode(lefts)) * step,
      right: Double(PDFMargins.outer(rights)) * step
    )
    known[key] = result
    return result
  }

  /// The edge that most lines begin at; the outermost of several.
  private static func mode(_ counts: [Int: Int]) -> Int {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// The edge that nine lines of ten end at or before: that of ragged lines is reached by few.
  private static func outer(_ counts: [Int: Int]) -> Int {
    let total = counts.values.reduce(0, +)
    var seen = 0
    for (edge, count) in counts.sorted(by: { $0.key < $1.key }) {
      seen += count
      if seen * 10 >= total * 9 { return edge }
    }
    return 0
  }
}
