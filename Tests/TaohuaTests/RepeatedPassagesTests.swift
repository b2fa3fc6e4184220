import PhraseMining
import PhraseReport
import Taohua
import Testing

@Suite("What a draft says twice")
struct RepeatedPassagesTests {
  /// The draft checked against nothing.
  private static func check(_ text: String) throws -> CheckReport {
    var input = InputPath(path: "draft.txt", name: "draft.txt", isNamed: true)
    input.content = Array(text.utf8)
    return Check.run(
      drafts: Corpus.read([input], jobs: 1), against: Corpus.read([], jobs: 1),
      settings: CheckSettings())
  }

  private static let sentence = "今年冬天雪下得早，值班的人把台阶扫了三遍，孩子们才放心地跑进阅览室。"

  @Test("a sentence that stands twice is one finding, which names the line of the first")
  func twice() throws {
    let report = try Self.check(
      "𠮷野家的招牌换了新的。\r\n\(Self.sentence)\r\n二楼靠窗的长桌换成了圆桌，坐下的人多了。\r\n\(Self.sentence)\r\n")
    let found = try #require(report.documents[0].repeats.first)
    #expect(report.documents[0].repeats.count == 1)
    #expect(found.firstLine == 2 && found.line == 4 && found.column == 1)
    let content = report.files[report.documents[0].file].content
    #expect(content[found.start..<found.end].elementsEqual(content[found.first]))
    let finding = try #require(report.findings.first)
    #expect(finding.rule == .repeated && finding.severity == .note)
    #expect(finding.message.hasPrefix("repeats line 2: 今年冬天雪下得早"))
  }

  @Test("three times is two findings of one fingerprint")
  func threeTimes() throws {
    let other = "二楼靠窗的长桌换成了圆桌，坐下的人多了。\n"
    let report = try Self.check(
      [String](repeating: Self.sentence + "\n", count: 3).joined(separator: other))
    let found = report.findings.filter { $0.rule == .repeated && $0.message.contains("今年冬天") }
    #expect(found.count == 2)
    #expect(Set(found.map(\.fingerprint)).count == 1)
  }

  @Test("names and short runs recur by nature")
  func names() throws {
    let report = try Self.check(
      """
      会议听取了关于农村饮水安全工程建设资金管理条例的说明，随后分组讨论。
      大家说起去年干旱时的情形，又说到农村饮水安全工程建设资金管理条例，议论很久。
      下午去了水厂，看见沉淀池新刷的漆；晚上又去了水厂，灯还亮着。
      """)
    #expect(report.documents[0].classes[.repeated] > 0)
    #expect(report.documents[0].repeats.isEmpty)
  }
}
