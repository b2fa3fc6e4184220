import PhraseMining
import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("Allow lists")
struct AllowTests {
  private static let formula = "坚持河堤养护归河段长负责的办法"
  private static let other = "推行沟渠清淤由受益户分摊的规矩"

  private static func corpus(_ files: [(String, String)]) -> Corpus {
    Corpus.read(
      files.map { name, text in
        var input = InputPath(path: "/project/" + name, name: name, isNamed: true)
        input.content = Array(text.utf8)
        return input
      }, jobs: 1)
  }

  private static let archive: Corpus = {
    var generator = ReportGenerator(seed: 1, isSpaced: false)
    return corpus(
      (0..<6).map { index in
        (
          "archive/\(index).txt",
          [formula, other].map { $0 + "。\n" + generator.original(80).joined() + "。\n" }.joined()
        )
      })
  }()

  private static func entry(_ phrase: String, paths: [String] = [], line: Int = 1) -> AllowEntry {
    var entry = AllowEntry(phrase: phrase, reason: "规定用语")
    entry.paths = paths
    entry.place = .init(file: ".taohua/allow.toml", line: line, folder: "/project")
    return entry
  }

  private static func check(_ files: [(String, String)], _ entries: [AllowEntry])
    -> CheckReport
  {
    var settings = CheckSettings()
    settings.audit.allowed = entries
    return Check.run(drafts: corpus(files), against: archive, settings: settings)
  }

  /// Names of the files in which the formula is not allowed.
  private static func found(_ names: [String], _ entries: [AllowEntry]) -> [String] {
    check(names.map { ($0, formula + "。\n") }, entries).findings.map(\.path)
  }

  @Test("a fragment that allowed wording cuts short belongs to the phrase it is of")
  func fragmentsBesideAllowedWording() {
    let report = Self.check(
      [("draft.md", "坚持河堤养护归河段长，" + "此外另有安排。\n")], [Self.entry("河堤养护")])
    #expect(report.documents[0].classes[.allowed] == 4)
    #expect(report.documents[0].classes[.stock] == 6)
    let owners = report.documents[0].spans.filter { $0.tokenClass == .stock }.map {
      report.families[Int($0.owner)].canonical
    }
    #expect(owners == [Self.formula, Self.formula])
  }

  @Test(
    "paths are patterns of .gitignore, from the folder of the list",
    arguments: [
      (["council/"], ["draft.md", "office/a.md"]), (["*.md"], ["council/b.txt"]),
      (["/council/*.md"], ["council/b.txt", "draft.md", "office/a.md", "office/council/c.md"]),
      (["council/**"], ["draft.md", "office/a.md", "office/council/c.md"]),
      (["*", "!council/"], ["council/a.md", "council/b.txt", "office/council/c.md"]),
      (["draft.md", "office/a.md"], ["council/a.md", "council/b.txt", "office/council/c.md"]),
      ([], []),
    ])
  func paths(_ patterns: [String], _ remaining: [String]) {
    let names = ["council/a.md", "council/b.txt", "draft.md", "office/a.md", "office/council/c.md"]
    #expect(Self.found(names, [Self.entry(Self.formula, paths: patterns)]) == remaining)
  }

  @Test("one wording may be allowed in several places, by an entry each")
  func severalEntries() {
    let entries = [
      Self.entry(Self.formula, paths: ["a/"]), Self.entry(Self.formula, paths: ["b/"]),
    ]
    let report = Self.check(
      ["a/1.md", "b/1.md", "c/1.md"].map { ($0, Self.formula + "。\n") }, entries)
    #expect(report.findings.map(\.path) == ["c/1.md"])
    #expect(report.usedEntries == [0, 1])
  }

  @Test("an entry is used where it is allowed: exactly, edited, misquoted, by its family")
  func used() throws {
    var family = Self.entry("")
    let text = Self.formula + "。\n" + Self.other + "。\n"
    family.family = try #require(
      Self.check([("a.md", text)], []).families.first { $0.canonical == Self.other }?.id)
    var exact = Self.entry("修桥补路要先问过两岸的老住户")
    exact.isExact = true
    let entries = [
      Self.entry(Self.formula), family, exact, Self.entry("此处没有的话语一概不算数"),
      Self.entry(Self.formula, paths: ["elsewhere/"]),
    ]
    let report = Self.check(
      [("a.md", text + "修桥补路要先问两岸的老住户，办得成。\n")], entries)
    #expect(report.usedEntries == [0, 1, 2])
    #expect(report.findings.map(\.rule) == [.misquoted])
  }

  @Test("an entry is unused only where all that it is allowed in was read")
  func unused() {
    let entries = [
      Self.entry("甲"), Self.entry("乙", paths: ["docs/2024/*.md"], line: 2),
      Self.entry("丙", paths: ["*.md"], line: 3),
      Self.entry("丁", paths: ["docs/", "/notes"], line: 4),
      AllowEntry(phrase: "表格", reason: "form"),
    ]
    func lines(_ read: [String], used: Set<Int> = []) -> [Int?] {
      AllowReview(entries, expired: [], used: used) { path in
        read.contains { path == $0 || path.hasPrefix($0 + "/") }
      }.unused.map(\.place?.line)
    }
    #expect(lines(["/project"]) == [1, 2, 3, 4])
    #expect(lines(["/project"], used: [0, 2]) == [2, 4])
    #expect(lines(["/project/docs"]) == [2])
    #expect(lines(["/project/docs/2024"]) == [2])
    #expect(lines(["/project/docs/2024/a.md"]) == [])
  }

  @Test("what is to be said of the list is a finding in it, or a note of an audit")
  func review() {
    var expired = Self.entry(Self.other, line: 7)
    expired.expires = "2024-06-30"
    let review = AllowReview(
      [Self.entry(Self.formula, line: 3)], expired: [expired], used: []
    ) { _ in true }
    var report = Self.check([("a.md", "渠边栽了柳树。\n")], [])
    report.add(review)
    #expect(
      report.findings.map { "\($0.path):\($0.line) \($0.rule.rawValue)" } == [
        ".taohua/allow.toml:7 TH901", ".taohua/allow.toml:3 TH900",
      ])
    #expect(report.findings.allSatisfy { $0.severity == .warning && $0.document == nil })
    var audit = Audit.run(Self.archive, settings: AuditSettings())
    audit.add(review)
    #expect(audit.notes.contains(.allowExpired(places: [".taohua/allow.toml:7"])))
    #expect(audit.notes.contains(.allowUnused(places: [".taohua/allow.toml:3"])))
  }
}
