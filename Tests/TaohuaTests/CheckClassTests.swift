import PhraseMining
import PhraseReport
import ShingleEngine
import Taohua
import TestSupport
import Testing

/// The classes that a check reports are those of the definitions.
///
/// `TAOHUA_ROUNDS` sets how many corpora are tried.
@Suite("D2 for check: every token of a draft has the class that counting by hand gives it")
struct CheckClassTests {
  private static let rounds = Rounds.whole(100)
  private static let batch: UInt64 = 25

  private static func corpus(_ files: [RandomFiles.File]) -> Corpus {
    Corpus.read(
      files.map { file in
        var input = InputPath(path: "/" + file.name, name: file.name, isNamed: true)
        input.content = Array(file.text.utf8)
        return input
      }, jobs: 1)
  }

  /// What one seed tries.
  private struct Round {
    let drafts: Corpus
    let corpus: Corpus
    var settings = CheckSettings()

    init(_ seed: UInt64) {
      var random = RandomFiles(seed: seed)
      let files = random.corpus(random.number(1...12))
      let old = files[random.number(0...files.count - 1)]
      corpus = CheckClassTests.corpus(files)
      drafts = CheckClassTests.corpus([
        .init(name: "draft.txt", text: random.text(after: files)),
        .init(name: "new/draft.md", text: random.text() + random.text(after: files)),
        .init(name: "copy.txt", text: old.text),
        .init(name: files[0].name, text: files[0].text + random.text()),
      ])
      settings.audit.minimumLength = random.oneIn(2) ? random.number(3...8) : nil
      settings.audit.minimumDocuments = random.oneIn(2) ? random.number(2...4) : nil
      settings.audit.groupsNearDuplicates = !random.oneIn(3)
      settings.audit.findsVariants = !random.oneIn(3)
    }
  }

  /// The class of each token as the spans of the report say, and which tokens are in near variants.
  private static func reported(
    _ document: DocumentReport, _ index: Int, in drafts: Corpus
  ) -> (classes: [TokenClass], edited: Set<Int>) {
    let tokens = drafts.documents[index].tokens
    var classes = [TokenClass](repeating: .original, count: tokens.count)
    var edited = Set<Int>()
    for span in document.spans {
      for position in tokens
      where Int(span.start) <= drafts.start(of: position)
        && drafts.end(of: position) <= Int(span.end)
      {
        classes[position - tokens.lowerBound] = span.tokenClass
        if span.similarity < 1 { edited.insert(position - tokens.lowerBound) }
      }
    }
    return (classes, edited)
  }

  /// A letter for each class: a failure that can be read.
  private static func letters(_ classes: [TokenClass]) -> String {
    let letters: [TokenClass: Character] = [
      .original: ".", .repeated: "r", .shared: "s", .borrowed: "B", .stock: "S", .allowed: "a",
    ]
    return String(classes.map { letters[$0]! })
  }

  @Test("on random corpora", arguments: Array(stride(from: 0, to: rounds, by: Int(batch))))
  func randomCorpora(first: UInt64) {
    for seed in first..<first + Self.batch {
      let round = Round(seed)
      let report = Check.run(
        drafts: round.drafts, against: round.corpus, settings: round.settings)
      let twin = CheckTwin(
        drafts: round.drafts, corpus: round.corpus, settings: round.settings.audit)
      for (index, document) in report.documents.enumerated() {
        let name = "seed \(seed), \(document.id)"
        #expect(document.id == round.drafts.documents[index].id)
        let (classes, edited) = Self.reported(document, index, in: round.drafts)
        let exact = twin.classes(ofDraft: index, edited: [])
        // A place is a near variant or exact, never both; and without variants there is none.
        #expect(edited.allSatisfy { exact[$0] != .stock }, "\(name)")
        #expect(edited.isEmpty || round.settings.audit.findsVariants, "\(name)")
        for tokenClass in TokenClass.allCases {
          let count = classes.count { $0 == tokenClass }
          #expect(document.classes[tokenClass] == count, "\(name), \(tokenClass)")
        }
        let expected = twin.classes(ofDraft: index, edited: edited)
        if twin.isPeriodic(draft: index) {
          // Where one window fills the draft, what is not stock may be told as less than it is.
          let isRight = zip(classes, expected).allSatisfy { $0 == $1 || $1 < .stock }
          #expect(isRight, "\(name)")
          continue
        }
        #expect(Self.letters(classes) == Self.letters(expected), "\(name)")
        #expect(report.compared[index].documents == twin.compared(withDraft: index), "\(name)")
        let copied = twin.copied(inDraft: index).union(
          classes.indices.filter { classes[$0] == .borrowed })
        expectCopies(copied, report, index, round.drafts, name)
      }
    }
  }

  /// Expects findings (TH003) for all of the tokens `copied`, and none for others alone.
  private func expectCopies(
    _ copied: Set<Int>, _ report: CheckReport, _ index: Int, _ drafts: Corpus, _ name: String
  ) {
    var missing = copied
    let tokens = drafts.documents[index].tokens
    for finding in report.findings
    where finding.rule == .copiedPassage && finding.document == index {
      let range = tokens.filter {
        finding.start <= drafts.start(of: $0) && drafts.end(of: $0) <= finding.end
      }.map { $0 - tokens.lowerBound }
      #expect(!copied.isDisjoint(with: range), "\(name)")
      missing.subtract(range)
    }
    #expect(missing.isEmpty, "\(name): \(missing.sorted())")
  }

  /// A passage that so many drafts have copied is no text with a period: each has it.
  @Test("the answer for a draft does not depend on the others")
  func manyDrafts() {
    var random = ReportGenerator(seed: 1, isSpaced: false)
    let reports = random.archive().enumerated().map { index, report in
      RandomFiles.File(name: "old/\(index).txt", text: report.text)
    }
    let drafts = (0..<80).map { index in
      var report = GeneratedReport(
        isSpaced: false, paragraphs: [[.init(.original, random.original(30))], [], []])
      report.paragraphs[1] = [random.passage(0, 0..<100)]
      report.paragraphs[2] = [random.phrase(0), .init(.original, random.original(9))]
      return RandomFiles.File(name: "new/\(index).txt", text: report.text)
    }
    let settings = CheckSettings()
    func findings(_ drafts: [RandomFiles.File]) -> [String] {
      Check.run(
        drafts: Self.corpus(drafts), against: Self.corpus(reports), settings: settings
      ).findings.map { "\($0.path):\($0.line):\($0.column): \($0.rule.rawValue) \($0.fingerprint)" }
    }
    let together = findings(drafts)
    #expect(together.sorted() == drafts.flatMap { findings([$0]) }.sorted())
    #expect(together.count { $0.contains("TH003") } == drafts.count)
  }
}
