import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("Reports from before a day")
struct AsOfTests {
  private static func corpus(_ files: [(String, String)]) -> Corpus {
    Corpus.read(
      files.map { name, text in
        var input = InputPath(path: "", name: name, isNamed: true)
        input.content = Array(text.utf8)
        return input
      }, jobs: 1)
  }

  /// Names, the first lines of texts, and the days from which on the report counts; nil for never.
  private static let dated: [(name: String, head: String, from: String?)] = [
    ("a-2023.txt", "", "2024-01-01"), ("b.md", "---\ndate: 2023-05-17\n---\n", "2023-05-18"),
    ("c.md", "---\r\nyear: 2022\r\n---\r\n", "2023-01-01"), ("d.txt", "", nil),
    ("e.txt", "2021年工作报告\n", "2022-01-01"), ("f-2024-02.txt", "", "2024-03-01"),
    ("g-2024-02-28.txt", "", "2024-02-29"), ("h.txt", "2024年2月工作报告\n", "2024-03-01"),
    ("i.txt", "2024年2月3日工作报告\n", "2024-02-04"), ("j-12024.txt", "", nil),
    ("k.md", "---\ndate: \"2020-11\"\nyear: 2024\n---\n", "2020-12-01"),
    ("l-2022-2023.txt", "", "2023-01-01"),
  ]

  @Test(
    "a report counts when all of its day, month or year lies before",
    arguments: [
      "2020-12-01", "2022-01-01", "2023-01-01", "2023-05-17", "2023-05-18", "2024-01-01",
      "2024-02-04", "2024-02-28", "2024-02-29", "2024-03-01", "2030-01-01",
    ])
  func dates(_ date: String) {
    let files = Self.dated.map { ($0.name, $0.head + "\n渠边栽了柳树，长得很好。\n") }
    let (corpus, left) = Self.corpus(files).before(date)
    let expected = Self.dated.filter { $0.from.map { $0 <= date } ?? false }.map(\.name)
    #expect(corpus.documents.map(\.id) == expected)
    #expect(corpus.files.map(\.input.name) == expected)
    #expect(left.undated == 2)
    #expect(left.later == Self.dated.count - 2 - expected.count)
  }

  @Test("the answer is that of a corpus without the others", arguments: NoveltyCheck.generators)
  func sameAnswer(_ seed: UInt64, _ isSpaced: Bool) {
    var generator = ReportGenerator(seed: seed, isSpaced: isSpaced)
    let archive = generator.archive().enumerated().map { index, report in
      ("archive/\(index % 3 == 0 ? "" : "\(2018 + index)-")\(index).txt", report.text)
    }
    let drafts = Self.corpus((0..<8).map { ("\($0).txt", generator.draft().text) })
    var settings = CheckSettings()
    settings.asOf = "2025-01-01"
    let some = Check.run(drafts: drafts, against: Self.corpus(archive), settings: settings)
    settings.asOf = nil
    let earlier = archive.filter { name, _ in
      (2018...2024).contains { name.contains("/\($0)-") }
    }
    var few = Check.run(drafts: drafts, against: Self.corpus(earlier), settings: settings)
    #expect(some.earlierReports?.undated == 4)
    #expect(some.earlierReports?.later == archive.count - earlier.count - 4)
    few.earlierReports = some.earlierReports
    #expect(CheckTests.json(some) == CheckTests.json(few))
  }
}
