internal import PhraseMining
internal import PhraseReport
internal import TextIngest

/// Counts the tokens of a document's sections by class. O(runs + sections).
struct SectionAssembly {
  private let sections: [DocumentSection]
  /// Of the text between each heading and the next, at first; then of whole sections.
  private var counts: [ClassCounts]
  /// The last section that begins before the run in work.
  private var current = -1

  init(_ sections: [DocumentSection]) {
    self.sections = sections
    counts = [ClassCounts](repeating: ClassCounts(), count: sections.count)
  }

  /// Adds a run of tokens that begins at byte `start`; a run lies in one block, and runs come in order.
  mutating func add(_ tokens: Int, _ tokenClass: TokenClass, at start: Int) {
    while current + 1 < sections.count, sections[current + 1].byteRange.lowerBound <= start {
      current += 1
    }
    if current >= 0 { counts[current][tokenClass] += tokens }
  }

  /// The sections with their tokens and those of the sections in them.
  consuming func reports() -> [SectionReport] {
    var parents: [Int?] = []
    var open: [Int] = []
    for (index, section) in sections.enumerated() {
      while let last = open.last,
        sections[last].byteRange.upperBound <= section.byteRange.lowerBound
      {
        open.removeLast()
      }
      parents.append(open.last)
      open.append(index)
    }
    for index in sections.indices.reversed() {
      guard let parent = parents[index] else { continue }
      for tokenClass in TokenClass.allCases {
        counts[parent][tokenClass] += counts[index][tokenClass]
      }
    }
    return zip(sections, counts).map { section, counts in
      SectionReport(
        title: section.title, level: section.level, byteRange: section.byteRange,
        tokens: TokenClass.allCases.reduce(0) { $0 + counts[$1] }, classes: counts)
    }
  }
}
