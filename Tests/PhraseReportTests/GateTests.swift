import PhraseReport
import Testing

/// The gate as a function of findings.
@Suite struct GateTests {
  private static func finding(
    _ rule: Rule, _ severity: Severity = .error, borrowed: Int = 0, isNew: Bool = true,
    document: Int? = 0
  ) -> Finding {
    var finding = Finding(
      rule: rule, severity: severity, document: document, path: document == nil ? "x.docx" : "d.md",
      start: 0, end: 1, line: 1, column: 1, family: nil, sources: [], similarity: 1,
      fingerprint: "", message: "what \(rule.name) says")
    finding.borrowedTokens = borrowed
    finding.isNew = isNew
    return finding
  }

  private static func reasons(
    _ findings: [Finding], _ change: (inout GateSettings) -> Void = { _ in }
  ) -> [String] {
    var report = SampleReport.check
    report.findings = findings
    var settings = GateSettings()
    change(&settings)
    report.judge(settings)
    #expect(report.gate.failed == !report.gate.reasons.isEmpty)
    #expect(report.gate.settings == settings)
    return report.gate.reasons
  }

  private static let id = SampleReport.check.documents[0].id

  @Test func nothingFoundPasses() {
    #expect(Self.reasons([]) == [])
  }

  @Test func errorsBlockAndOthersDoNot() {
    for rule in Rule.allCases where rule != .stockShare {
      #expect(Self.reasons([Self.finding(rule, .note), Self.finding(rule, .warning)]) == [])
      #expect(Self.reasons([Self.finding(rule)]) == ["\(Self.id): 1 \(rule.noun)"])
      #expect(
        Self.reasons([Self.finding(rule), Self.finding(rule), Self.finding(rule, .note)])
          == ["\(Self.id): 2 \(rule.noun)s"])
    }
  }

  @Test func aShareIsSaidAsItWasMeasured() {
    #expect(Self.reasons([Self.finding(.stockShare)]) == ["\(Self.id): what stock-share says"])
  }

  @Test func reasonsAreCountedByFileAndRule() {
    let findings = [
      Self.finding(.misquoted), Self.finding(.copiedPassage, borrowed: 50),
      Self.finding(.unreadable, document: nil), Self.finding(.misquoted),
    ]
    #expect(
      Self.reasons(findings) == [
        "\(Self.id): 1 copied passage", "\(Self.id): 2 misquotations", "x.docx: 1 unreadable file",
      ])
  }

  @Test func scopesChooseWhatCanBlock() {
    let findings = [
      Self.finding(.residue, isNew: false), Self.finding(.residue),
      Self.finding(.stockShare, isNew: false),
    ]
    #expect(Self.reasons(findings).count == 2)
    #expect(Self.reasons(findings) { $0.failOn = .new } == ["\(Self.id): 1 left-over value"])
    #expect(Self.reasons(findings) { $0.failOn = .never } == [])
    #expect(Self.reasons([findings[0]]) { $0.failOn = .new } == [])
  }

  @Test func aLimitOfBorrowedTokensJudgesTheirSum() {
    let findings = [
      Self.finding(.copiedPassage, borrowed: 50),
      Self.finding(.copiedPassage, .warning, borrowed: 20),
    ]
    #expect(Self.reasons(findings) == ["\(Self.id): 1 copied passage"])
    #expect(Self.reasons(findings) { $0.maximumBorrowed = 70 } == [])
    #expect(
      Self.reasons(findings) { $0.maximumBorrowed = 69 }
        == ["\(Self.id): 70 borrowed tokens; 69 are allowed"])
    #expect(
      Self.reasons([findings[1]]) { $0.maximumBorrowed = 0 }
        == ["\(Self.id): 20 borrowed tokens; 0 are allowed"])
  }

  @Test func aCopiedParagraphOfFormulasBlocksWhateverTheLimit() {
    #expect(
      Self.reasons([Self.finding(.copiedPassage)]) { $0.maximumBorrowed = 1_000 }
        == ["\(Self.id): 1 copied passage"])
  }

  @Test func theLimitCountsWhatIsNewAlone() {
    let findings = [
      Self.finding(.copiedPassage, borrowed: 50, isNew: false),
      Self.finding(.copiedPassage, borrowed: 50),
    ]
    #expect(
      Self.reasons(findings) {
        $0.maximumBorrowed = 60
        $0.failOn = .new
      } == [])
    #expect(Self.reasons(findings) { $0.maximumBorrowed = 60 }.count == 1)
  }

  @Test func rulesAreKnownByCodeAndName() {
    for rule in Rule.allCases {
      #expect(Rule(rule.rawValue) == rule)
      #expect(Rule(rule.rawValue.lowercased()) == rule)
      #expect(Rule(rule.name) == rule)
    }
    #expect(Rule("TH999") == nil)
    #expect(Rule("") == nil)
  }
}
