/// What stands at the edges of pages and is no text: page numbers and running heads.
///
/// What is left of it says where pages were broken: the line after it has ``LineFeatures/afterPageBreak``.
struct PageFurniture {
  /// The lines without it.
  private(set) var lines: [Line]
  /// How many of each were left out.
  private(set) var pageNumbers = 0
  private(set) var runningHeads = 0

  private let text: UTF8Text

  /// Takes the furniture out of `lines`.
  init(_ lines: [Line], _ text: UTF8Text) {
    self.lines = lines
    self.text = text
    let numbers = findPageNumbers()
    pageNumbers = numbers.count
    remove(numbers)
    // A head of three lines at most.
    for _ in 0..<3 {
      let heads = RunningHeads.find(self.lines, text)
      runningHeads += heads.count
      guard !heads.isEmpty else { break }
      remove(heads)
    }
  }

  private func findPageNumbers() -> [Int] {
    var found: [Int] = []
    var bare: [(index: Int, value: Int)] = []
    for (index, line) in lines.enumerated() where line.characters <= 20 {
      guard let number = PageNumber(line, text) else { continue }
      if number.isBare { bare.append((index, number.value)) } else { found.append(index) }
    }
    let sure = PageNumberSequence.pageNumbers(bare, lines) { index in
      // Nothing is known of the top of the first page, and a page may end in a figure; its number
      // stands apart.
      let isLast = index + 1 < lines.count && isBreak(index + 1)
      return index > 0
        && (isBreak(index) || isLast && lines[index].features.contains(.afterEmptyLine))
    }
    return (found + sure).sorted()
  }

  private func isBreak(_ index: Int) -> Bool { lines[index].features.contains(.afterPageBreak) }

  /// Takes out the lines at `indices`; the line after each is after a page break.
  private mutating func remove(_ indices: [Int]) {
    guard !indices.isEmpty else { return }
    var kept: [Line] = []
    kept.reserveCapacity(lines.count)
    var next = indices[...]
    var isAfterBreak = false
    for (index, var line) in lines.enumerated() {
      if index == next.first {
        next.removeFirst()
        isAfterBreak = true
        continue
      }
      if isAfterBreak { line.features.formUnion([.afterEmptyLine, .afterPageBreak]) }
      isAfterBreak = false
      kept.append(line)
    }
    lines = kept
  }
}
