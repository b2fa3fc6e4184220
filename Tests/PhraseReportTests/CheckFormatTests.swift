import Foundation
import PhraseReport
import Testing

/// The formats of a check as text.
@Suite struct CheckFormatTests {
  private static let check = SampleReport.check

  /// The sample with one finding, changed.
  private static func single(_ change: (inout Finding) -> Void) -> CheckReport {
    var report = check
    report.findings = [check.findings[0]]
    change(&report.findings[0])
    return report
  }

  @Test(arguments: ReportLanguage.allCases)
  func markdownLooksAsRecorded(language: ReportLanguage) throws {
    let text = CheckMarkdown.render(Self.check, language: language)
    try Golden.expect(Array(text.utf8), isLike: "check.\(language.rawValue).md")
  }

  @Test func githubLooksAsRecorded() throws {
    try Golden.expect(Array(CheckGitHub.render(Self.check).utf8), isLike: "check.github.txt")
  }

  @Test func csvLooksAsRecorded() throws {
    try Golden.expect(Array(CheckCSV.render(Self.check).utf8), isLike: "check.csv")
  }

  @Test func jsonLinesAreTheFindingsOfTheJSON() throws {
    var bytes: [UInt8] = []
    CheckJSONLines.write(Self.check) { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(bytes.last == UInt8(ascii: "\n"))
    let findings = try #require(
      JSONText.parse(JSONText.check(Self.check))["findings"] as? [[String: Any]])
    #expect(lines.count == findings.count && !lines.isEmpty)
    for (line, finding) in zip(lines, findings) {
      let parsed = try JSONText.parse(Array(line.utf8))
      let texts = try [parsed, finding].map {
        try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys)
      }
      #expect(texts[0] == texts[1])
    }
  }

  @Test func commandsCannotBeForgedByADocument() {
    let report = Self.single {
      $0.detail = .text("100%\r\n::error::x")
      $0.path = "a,b:c%\n.md"
    }
    let text = CheckGitHub.render(report)
    #expect(text.hasSuffix("::100%25%0D%0A::error::x\n"))
    #expect(text.hasPrefix("::notice file=a%2Cb%3Ac%25%0A.md,line=3,col=13,"))
    #expect(text.split(separator: "\n").count == 1)
  }

  @Test func annotationsAreCappedByLevelAndTheRestCounted() {
    var report = Self.check
    func findings(_ severity: Severity, _ count: Int) -> [Finding] {
      (0..<count).map { index in
        var finding = Self.check.findings[0]
        finding.severity = severity
        finding.fingerprint = "\(severity)\(index)"
        return finding
      }
    }
    report.findings = findings(.note, 12) + findings(.error, 11) + findings(.warning, 3)
    let lines = CheckGitHub.render(report).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 3)
    // The count takes the place of one: a step shows no more than ten.
    #expect(lines.count { $0.hasPrefix("::notice ") } == 10)
    #expect(lines[13].contains("::4 more findings, not shown here"))
    report.findings = findings(.note, 10)
    #expect(!CheckGitHub.render(report).contains("not shown"))
  }

  @Test func newErrorsComeBeforeOldOnes() {
    var report = Self.check
    report.findings = [0, 1].map { index in
      var finding = Self.check.findings[2]
      finding.fingerprint = String(index)
      finding.isNew = index == 1
      finding.line = index + 1
      return finding
    }
    let lines = CheckGitHub.render(report).split(separator: "\n")
    #expect(lines[0].contains("line=2,") && lines[1].contains("line=1,"))
  }

  @Test func cellsAreQuotedAndNoFormulas() {
    let report = Self.single {
      $0.path = "=cmd,\"x\""
      $0.detail = .text("a\nb")
    }
    let text = CheckCSV.render(report)
    #expect(text.contains("\r\n\"'=cmd,\"\"x\"\"\","))
    #expect(text.contains(",\"a\nb\","))
    #expect(text.hasSuffix("\r\n"))
  }

  @Test func textOfDocumentsIsNoMarkup() {
    let report = Self.single { $0.detail = .text("<b>*x*</b> [l](u) | y") }
    let text = CheckMarkdown.render(report)
    #expect(text.contains("\\<b\\>\\*x\\*\\</b\\> \\[l\\](u) \\| y"))
  }

  @Test func nothingToCheckIsSaid() {
    var report = Self.check
    report.documents = []
    report.findings = []
    #expect(CheckSummary.render(report, style: .plain) == "Nothing to check.\n")
    #expect(CheckMarkdown.render(report) == "# Nothing to check.\n")
    #expect(CheckGitHub.render(report) == "")
    #expect(CheckCSV.render(report).split(separator: "\r\n").count == 1)
  }
}
