import PhraseReport
import Testing

/// The line that says what a hook looked at.
@Suite struct HookHeadlineTests {
  private static func headline(_ behind: Int, _ language: ReportLanguage = .english) -> String {
    var facts = HookFacts(scope: .staged)
    facts.changed = 2
    facts.compared = 4_000
    facts.behind = behind
    return HookSummary.headline(SampleReport.check, facts, language: language)
  }

  @Test func phrasesThatAreOlderAreSaid() {
    #expect(!Self.headline(0).contains("hook index"))
    #expect(
      Self.headline(1).hasSuffix(
        " 1 document changed since its phrases were found: taohua hook index."))
    #expect(Self.headline(12).contains(" 12 documents changed since "))
    #expect(Self.headline(12, .chinese).contains("12 份"))
  }
}
