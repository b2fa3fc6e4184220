/// Puts the lines of pages in the order of their columns.
///
/// `pdftotext` takes columns apart where their lines lie close together; wide spacing, as in official
/// documents, makes it read across them. Only columns of prose are told here: their lines are mostly as
/// wide as the column, which the cells of tables are not.
enum PDFColumns {
  /// Fewer lines are no column.
  private static let fewest = 6
  /// More lines are no page that anybody reads.
  private static let most = 2_000

  /// `lines` with those of each page in order.
  static func ordered(_ lines: [PDFLine]) -> [PDFLine] {
    var result: [PDFLine] = []
    var start = 0
    while start < lines.count {
      let end = lines[start...].firstIndex { $0.page != lines[start].page } ?? lines.count
      let page = Array(lines[start..<end])
      result += columns(page) ?? page
      start = end
    }
    return result
  }

  /// The lines of two or more columns, one after another, or nil if there are none.
  private static func columns(_ lines: [PDFLine]) -> [PDFLine]? {
    guard (fewest * 2...most).contains(lines.count), let gutter = gutter(lines) else { return nil }
    var bands = [Band()]
    for line in lines.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
      if line.right <= gutter {
        bands[bands.count - 1].left.append(line)
      } else if line.left >= gutter {
        bands[bands.count - 1].right.append(line)
      } else {
        bands[bands.count - 1].below = line
        bands.append(Band())
      }
    }
    let left = bands.flatMap(\.left)
    let right = bands.flatMap(\.right)
    guard (bands.count - 1) * 3 <= lines.count, isProse(left), isProse(right) else { return nil }
    return bands.flatMap { band in
      (columns(band.left) ?? band.left) + (columns(band.right) ?? band.right)
        + (band.below.map { [$0] } ?? [])
    }
  }

  /// What lies between two lines that reach over all columns.
  private struct Band {
    var left: [PDFLine] = []
    var right: [PDFLine] = []
    /// The line that reaches over all columns and ends the band.
    var below: PDFLine?
  }

  /// The middle of the widest empty strip between narrow lines, if it parts the page.
  private static func gutter(_ lines: [PDFLine]) -> Double? {
    let left = lines.map(\.left).min() ?? 0
    let width = (lines.map(\.right).max() ?? 0) - left
    let narrow = lines.filter { $0.right - $0.left < width * 0.6 }.sorted { $0.left < $1.left }
    var reach = left + width * 0.15
    var widest = (start: 0.0, width: 0.0)
    for line in narrow {
      if line.left > left + width * 0.85 { break }
      if line.left - reach > widest.width, reach > left + width * 0.15 {
        widest = (reach, line.left - reach)
      }
      reach = max(reach, line.right)
    }
    let height = lines.map(\.height).sorted()[lines.count / 2]
    guard widest.width > height * 0.6 else { return nil }
    return widest.start + widest.width / 2
  }

  /// Whether most of the lines are nearly as wide as the widest of them, or stand in columns themselves.
  private static func isProse(_ lines: [PDFLine]) -> Bool {
    guard lines.count >= fewest else { return false }
    let left = lines.map(\.left).min() ?? 0
    let width = (lines.map(\.right).max() ?? 0) - left
    let widths = lines.map { $0.right - $0.left }.sorted()
    return widths[lines.count / 2] >= width * 0.7 || columns(lines) != nil
  }
}
