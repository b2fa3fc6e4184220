import PhraseReport
import Testing

@Suite struct TerminalTests {
  private func width(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  @Test(arguments: ReportLanguage.allCases)
  func summaryLooksAsRecorded(language: ReportLanguage) throws {
    let text = AuditSummary.render(
      SampleReport.audit, style: .plain, language: language,
      outputs: ["reports/index.html", "reports/report.json", "reports/report.md"])
    try Golden.expect(Array(text.utf8), isLike: "summary.\(language.rawValue).txt")
  }

  @Test func summaryFitsOneScreen() {
    var audit = SampleReport.audit
    audit.families = (0..<50).map { _ in audit.families[0] }
    audit.families[0].template = String(repeating: "全面推进各项工作", count: 20)
    audit.corpus.duplicates = [[0, 1]]
    for language in ReportLanguage.allCases {
      for width in [60, 80, 120] {
        let text = AuditSummary.render(
          audit, style: .plain, width: width, language: language, outputs: ["reports/report.md"])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count <= 24)
        for line in lines { #expect(self.width(line) <= width, "\(line)") }
      }
    }
  }

  @Test func summaryOfAnEmptyCorpusIsOneSentence() {
    let text = AuditSummary.render(SampleReport.empty, style: .plain)
    #expect(text == "The corpus holds no text.\n")
  }

  @Test func summaryWithoutPhrasesSaysWhyAndWhatNext() {
    var audit = SampleReport.audit
    audit.families = []
    let text = AuditSummary.render(audit, style: .plain)
    #expect(text.contains("The longest run shared by two sources is 19 tokens"))
    #expect(!text.contains("Next:"))
    audit.settings.minimumDocuments = 3
    #expect(nextLine(of: audit) == "Next: taohua audit --min-documents 2")
    audit.settings.minimumDocuments = 2
    audit.corpus.duplicates = [[0, 1]]
    #expect(nextLine(of: audit) == "Next: taohua audit --no-group")
    audit.corpus.duplicates = []
    audit.corpus.longestSharedRun = 5
    #expect(nextLine(of: audit) == "Next: taohua audit --min-length 5")
  }

  private func nextLine(of audit: AuditReport) -> Substring? {
    AuditSummary.render(audit, style: .plain).split(separator: "\n").last
  }

  @Test func pathsAreNotBroken() {
    let path = "/srv/offices/yunchuan-council/2023/reports/index.html"
    let text = AuditSummary.render(
      SampleReport.audit, style: .plain, outputs: [path, path + ".second"])
    #expect(text.contains("\n\(path).second\n"))
  }

  @Test func colourAddsOnlyEscapes() {
    let plain = AuditSummary.render(SampleReport.audit, style: .plain)
    let colored = AuditSummary.render(
      SampleReport.audit, style: TerminalStyle(isColored: true))
    #expect(colored.contains("\u{1B}[4;33m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func documentsCannotSteerTheTerminal() {
    var audit = SampleReport.audit
    audit.families[0].template = "\u{1B}]0;title\u{7}\u{9B}2J\u{202E}x\ny"
    let text = AuditSummary.render(audit, style: .plain)
    #expect(text.contains("\u{FFFD}]0;title\u{FFFD}\u{FFFD}2J\u{FFFD}x y"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{9B}"))
  }

  @Test func conciseLooksAsRecorded() throws {
    try Golden.expect(
      Array(CheckConcise.render(SampleReport.check).utf8), isLike: "check.concise.txt")
  }

  @Test func fullLooksAsRecorded() throws {
    for language in ReportLanguage.allCases {
      let text = CheckSummary.render(SampleReport.check, style: .plain, language: language)
      try Golden.expect(Array(text.utf8), isLike: "check.full.\(language.rawValue).txt")
    }
  }

  @Test func caretsStandUnderTheFinding() throws {
    let lines = CheckSummary.render(SampleReport.check, style: .plain)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains(":3:13:") }) + 1
    let carets = lines[row + 1]
    let phrase = try #require(lines[row].firstRange(of: "坚持稳中求进、勤俭办事"))
    #expect(width(lines[row][..<phrase.lowerBound]) == carets.prefix { $0 == " " }.count)
    #expect(width(lines[row][phrase]) == carets.count { $0 == "^" })
  }

  /// A check with many findings of all sorts.
  private func busy(_ count: Int) -> CheckReport {
    var check = SampleReport.check
    check.findings = (0..<count).map { index in
      var finding = check.findings[index % check.findings.count]
      finding.fingerprint = String(index)
      return finding
    }
    check.judge(GateSettings())
    return check
  }

  @Test func tenFindingsAreShownAndTheRestCounted() {
    for (count, line) in [(10, ""), (11, "1 more finding is"), (30, "20 more findings are")] {
      let text = CheckSummary.render(busy(count), style: .plain)
      #expect(text.split(separator: "\n").count { $0.contains("^") } == min(count, 10))
      #expect(text.contains("not shown") == (count > 10))
      #expect(line.isEmpty || text.contains("\n" + line))
    }
  }

  @Test func checkFitsTheTerminal() {
    for language in ReportLanguage.allCases {
      for width in [60, 80, 120] {
        let text = CheckSummary.render(busy(14), style: .plain, width: width, language: language)
        for line in text.split(separator: "\n") { #expect(self.width(line) <= width, "\(line)") }
      }
    }
  }

  @Test func colourOfACheckAddsOnlyEscapes() {
    let plain = CheckSummary.render(SampleReport.check, style: .plain)
      .split(separator: "\n").filter { !$0.contains("^") }
    let colored = CheckSummary.render(SampleReport.check, style: TerminalStyle(isColored: true))
    #expect(colored.contains("\u{1B}[4;31m"))
    #expect(
      colored.replacing(/\u{1B}\[[0-9;]*m/, with: "").split(separator: "\n") == plain)
  }

  @Test func graveFindingsComeFirstAndWhatIsSaidTwiceLast() throws {
    var check = busy(6)
    check.findings[0].fingerprint = check.findings[1].fingerprint
    let text = CheckSummary.render(check, style: .plain)
    let places = check.findings.map { "\($0.path):\($0.line):\($0.column):" }
    let order = places.indices.sorted {
      text.firstRange(of: places[$0])!.lowerBound < text.firstRange(of: places[$1])!.lowerBound
    }
    #expect(check.findings[order[0]].severity == .error)
    #expect(order.last == 1)
  }

  @Test func aCheckAloneSaysHowToAddEarlierReports() {
    var check = SampleReport.check
    check.corpus = CheckedCorpus(documents: 0, sources: 0, tokens: 0)
    let text = CheckSummary.render(check, style: .plain)
    #expect(text.contains("checked alone: there are no earlier reports"))
    #expect(text.hasSuffix("\nNext: taohua check 青溪/2022.md --against FOLDER\n"))
  }

  @Test func withoutFindingsItPasses() {
    var check = SampleReport.check
    check.findings = []
    check.judge(GateSettings())
    let text = CheckSummary.render(check, style: .plain)
    #expect(text.hasSuffix("\nNothing found.\nPassed.\n"))
    #expect(CheckConcise.render(check) == "")
  }
}
