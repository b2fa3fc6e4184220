import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("Baselines")
struct BaselineTests {
  /// Drafts by name, checked against the archive of a generator.
  private struct Project {
    let archive: Corpus
    var files: [(name: String, text: String)]

    init(_ generator: inout ReportGenerator) {
      archive = Self.corpus(
        generator.archive().enumerated().map { ("archive/\($0).txt", $1.text) })
      files = []
    }

    static func corpus(_ files: [(name: String, text: String)]) -> Corpus {
      Corpus.read(
        files.map { file in
          var input = InputPath(path: "/project/" + file.name, name: file.name, isNamed: true)
          input.content = Array(file.text.utf8)
          return input
        }, settings: .whole, jobs: 2)
    }

    /// What `baseline` knows of the files that there are; `named` are checked.
    func review(_ baseline: Baseline, named: [String]? = nil) -> (BaselineReview, CheckReport) {
      let drafts = Self.corpus(files.filter { named?.contains($0.name) ?? true })
      var report = Check.run(drafts: drafts, against: archive, settings: CheckSettings())
      let review = BaselineReview(
        baseline, of: report, drafts, folder: "/project"
      ) { path in files.contains { $0.name == path } }
      report.markKnown(review)
      return (review, report)
    }

    func written() -> Baseline { reread(review(Baseline()).0.updated(growing: true)) }

    /// The same with lines, as it comes from its file.
    func reread(_ baseline: Baseline) -> Baseline {
      do throws(BaselineError) {
        return try Baseline(text: baseline.text)
      } catch {
        Issue.record("line \(error.line): \(error.expected)")
        return Baseline()
      }
    }
  }

  private static func project(
    _ seed: UInt64, _ isSpaced: Bool
  ) -> (Project, [GeneratedReport], ReportGenerator) {
    var generator = ReportGenerator(seed: seed, isSpaced: isSpaced)
    var project = Project(&generator)
    let drafts = (0..<30).map { _ in generator.draft() }
    project.files = drafts.enumerated().map { ("docs/\($0).txt", $1.text) }
    return (project, drafts, generator)
  }

  private static func new(_ report: CheckReport) -> [Finding] {
    report.findings.filter { $0.isNew && $0.rule != .repeated }
  }

  @Test("what was written down is known, and is all needed", arguments: NoveltyCheck.generators)
  func known(_ seed: UInt64, _ isSpaced: Bool) {
    let (project, _, _) = Self.project(seed, isSpaced)
    let baseline = project.written()
    let (review, report) = project.review(baseline)
    #expect(!baseline.entries.isEmpty)
    #expect(report.findings.allSatisfy { !$0.isNew })
    #expect(review.dead.isEmpty && review.gone.isEmpty && review.growth == 0 && review.loss == 0)
    #expect(review.updated(growing: false).text == baseline.text)
    #expect(review.updated(growing: true).text == baseline.text)
    let lines = baseline.text.split(separator: "\n").map { Array($0.utf8) }
    #expect(lines == lines.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("one phrase more is new, whatever files are checked", arguments: NoveltyCheck.generators)
  func onePhraseMore(_ seed: UInt64, _ isSpaced: Bool) {
    var (project, drafts, generator) = Self.project(seed, isSpaced)
    let baseline = project.written()
    var changed: [String: String] = [:]
    for index in drafts.indices where index % 2 == 0 {
      let phrase = generator.phrase(generator.number(0...generator.phrases.count - 1))
      drafts[index].paragraphs.append([
        .init(.original, generator.original(9)), phrase, .init(.original, generator.original(9)),
      ])
      project.files[index].text = drafts[index].text
      changed[project.files[index].name] = phrase.units.joined(separator: drafts[index].separator)
    }
    let (review, report) = project.review(baseline)
    let new = Self.new(report)
    #expect(Set(new.map(\.path)) == Set(changed.keys))
    #expect(new.count == changed.count)
    #expect(review.growth >= changed.count && review.dead.isEmpty)
    for name in changed.keys.sorted().prefix(4) {
      let alone = Self.new(project.review(baseline, named: [name]).1)
      #expect(alone.map(\.fingerprint) == new.filter { $0.path == name }.map(\.fingerprint))
    }
  }

  @Test(
    "a passage is known when it is cut, edited or lengthened a little",
    arguments: NoveltyCheck.generators)
  func editedPassages(_ seed: UInt64, _ isSpaced: Bool) {
    var generator = ReportGenerator(seed: seed, isSpaced: isSpaced)
    var project = Project(&generator)
    let copies = (0..<40).map { generator.passage($0 % 10, 0..<80) }
    func text(_ paragraphs: [[GeneratedReport.Piece]]) -> String {
      GeneratedReport(isSpaced: isSpaced, paragraphs: paragraphs).text
    }
    project.files = copies.enumerated().map { ("docs/\($0).txt", text([[$1]])) }
    let baseline = project.written()
    for (index, copy) in copies.enumerated() {
      var units = copy.units
      let place = generator.number(10...70)
      switch index % 4 {
      case 0: units.insert(contentsOf: generator.original(generator.number(1...30)), at: place)
      case 1: units.replaceSubrange(place..<place + 2, with: generator.original(2))
      case 2: units += generator.passages[index % 10][80..<80 + generator.number(1...5)]
      default: units.removeFirst(generator.number(1...20))
      }
      project.files[index].text = text([[.init(.original, units)]])
    }
    let (review, report) = project.review(baseline)
    let new = Self.new(report).filter { $0.rule == .copiedPassage }
    #expect(new.isEmpty)
    // The baseline can be brought up to date without growing.
    let pruned = project.reread(review.updated(growing: false))
    let (again, _) = project.review(pruned)
    #expect(again.growth == 0 && again.loss == 0)
  }

  @Test(
    "another passage is new, and so is most of the same once more",
    arguments: NoveltyCheck.generators)
  func otherPassages(_ seed: UInt64, _ isSpaced: Bool) {
    var generator = ReportGenerator(seed: seed, isSpaced: isSpaced)
    var project = Project(&generator)
    let separator = isSpaced ? " " : ""
    func text(_ passages: [Range<Int>], _ number: Int) -> String {
      passages.map { generator.passages[number][$0].joined(separator: separator) + "。\n" }.joined()
    }
    project.files = (0..<10).map { ("docs/\($0).txt", text([0..<60], $0)) }
    let baseline = project.written()
    project.files = (0..<10).map { number in
      (
        "docs/\(number).txt",
        number % 2 == 0 ? text([0..<60, 10..<58], number) : text([0..<60], (number + 1) % 10)
      )
    }
    let (review, report) = project.review(baseline)
    #expect(Self.new(report).filter { $0.rule == .copiedPassage }.count == 10)
    #expect(review.dead.count == 5)
  }

  @Test(
    "a file that moved goes on with its entries, a copy of it does not",
    arguments: NoveltyCheck.generators)
  func moved(_ seed: UInt64, _ isSpaced: Bool) {
    var (project, _, _) = Self.project(seed, isSpaced)
    let baseline = project.written()
    let had = Set(baseline.entries.map(\.path))
    for index in project.files.indices { project.files[index].name = "moved/\(index).txt" }
    let (review, report) = project.review(baseline)
    #expect(Self.new(report).isEmpty)
    #expect(review.growth == 0 && review.loss == 0 && review.gone.isEmpty)
    let renamed = review.updated(growing: false)
    #expect(renamed.entries.count == baseline.entries.count)
    #expect(Set(renamed.entries.map(\.path)).count == had.count)
    project.files += project.files.map { ("copies/" + $0.name, $0.text) }
    let copies = project.review(baseline).1.findings
    #expect(copies.filter(\.isNew).count * 2 == copies.count)
  }

  @Test("what is gone is dropped, other files stay", arguments: NoveltyCheck.generators)
  func pruned(_ seed: UInt64, _ isSpaced: Bool) {
    var (project, _, generator) = Self.project(seed, isSpaced)
    let baseline = project.written()
    let emptied = project.files[0].name
    let removed = project.files[1].name
    project.files[0].text = generator.original(20).joined(separator: isSpaced ? " " : "")
    project.files.remove(at: 1)
    let (review, _) = project.review(baseline, named: [emptied, project.files[1].name])
    #expect(Set(review.dead.map(\.entry.path)).isSubset(of: [emptied]))
    #expect(Set(review.gone.map(\.path)).isSubset(of: [removed]))
    let pruned = review.updated(growing: false)
    #expect(
      pruned.text
        == Baseline(entries: baseline.entries.filter { ![emptied, removed].contains($0.path) }).text
    )
    #expect(
      review.loss == baseline.entries.reduce(0) { $0 + $1.count }
        - pruned.entries.reduce(0) { $0 + $1.count })
  }

  @Test("an old version and a baseline: new is what is new to both")
  func oldVersion() {
    var generator = ReportGenerator(seed: 1, isSpaced: false)
    var project = Project(&generator)
    let phrase = generator.phrases[0].joined()
    func text(_ count: Int) -> String {
      (0..<count).map { _ in generator.original(9).joined() + phrase + "。\n" }.joined()
    }
    let (one, two) = (text(1), text(1))
    project.files = [("a.txt", one)]
    let baseline = project.written()
    let drafts = Project.corpus([("a.txt", two + one)])
    let older = Project.corpus([("a.txt", one)])
    func run(_ versions: [Int], _ baseline: Baseline) -> [Int] {
      var report = Check.run(drafts: drafts, against: project.archive, settings: CheckSettings())
      let earlier = Check.run(drafts: older, against: project.archive, settings: CheckSettings())
      report.markNew(of: drafts, since: earlier, of: older) { _ in versions }
      report.markKnown(
        BaselineReview(baseline, of: report, drafts, folder: "/project") { _ in true })
      return report.findings.filter(\.isNew).map(\.line)
    }
    #expect(run([], Baseline()) == [1, 2])
    #expect(run([0], Baseline()) == [1])
    #expect(run([], baseline) == [2])
    // The version tells which of the two is known.
    #expect(run([0], baseline) == [1])
  }

  @Test(
    "a line that is none is named with what it should be",
    arguments: [
      ("x", 1, "a fingerprint, a count"),
      ("0123456789abcdef\t1\ta.md\tTH001\tw\n\n", 2, "a fingerprint, a count"),
      ("0123456789ABCDEF\t1\ta.md\tTH001\tw\n", 1, "16 hexadecimal digits"),
      ("0123456789abcdef\t0\ta.md\tTH001\tw\n", 1, "a count"),
      ("0123456789abcdef\t01\ta.md\tTH001\tw\n", 1, "a count"),
      ("0123456789abcdef\t99999999999999999999\ta.md\tTH001\tw\n", 1, "a count"),
      ("0123456789abcdef\t1\t\tTH001\tw\n", 1, "path"),
      ("0123456789abcdef\t1\ta\\x.md\tTH001\tw\n", 1, "path"),
      ("0123456789abcdef\t1\ta.md\tTH999\tw\n", 1, "code of a rule"),
      ("0123456789abcdef\t1\ta.md\tTH003\tw\t12g4\n", 1, "hexadecimal digits after"),
      ("0123456789abcdef\t1\ta.md\tTH003\tw\t123\n", 1, "hexadecimal digits after"),
      (
        "0123456789abcdef\t1\ta.md\tTH003\tw\n0123456789abcdef\t2\ta.md\tTH003\tw\n", 2,
        "once for a file"
      ),
      ("<<<<<<< HEAD\n", 1, "a fingerprint, a count"),
    ])
  func malformed(_ text: String, _ line: Int, _ expected: String) {
    do throws(BaselineError) {
      _ = try Baseline(text: text)
      Issue.record("it was read: \(text)")
    } catch {
      #expect(error.line == line)
      #expect(error.expected.contains(expected), "\(error.expected)")
    }
  }

  @Test("any path and words come back, with any line ends")
  func roundTrip() throws {
    let entries = [
      "a.md", "图/工作 报告.txt", "tab\tnew\nline\\back\r.md", "-", "a\\t.md", "\u{301}.md",
    ].map { path in
      Baseline.Entry(
        fingerprint: "0123456789abcdef", count: 3, path: path, rule: .copiedPassage,
        words: "words\tof \(path)", pieces: [0, 0xffff, 0x1a])
    }
    let baseline = Baseline(entries: entries)
    var read = try Baseline(text: baseline.text)
    #expect(read.text == baseline.text)
    for index in read.entries.indices { read.entries[index].line = 0 }
    #expect(Set(read.entries) == Set(entries))
    let windows = baseline.text.split(separator: "\n").map { $0 + "\r\n" }.joined()
    #expect(try Baseline(text: windows).text == baseline.text)
    #expect(try Baseline(text: "").entries.isEmpty)
  }
}
