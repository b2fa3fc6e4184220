import PhraseMining
import PhraseReport
import Taohua
import Testing

/// Which places stand beside a finding on the draft page.
@Suite struct ClosePlacesTests {
  @Test func theBestThreePlacesOfEachFindingAreOfOtherDocuments() throws {
    let draft = "linshui-bureau/2024.txt"
    var report = try CheckTests.check(draft, against: CheckTests.names)
    report.compareClosePlaces(reading: ReadingSettings())
    let stock = report.findings.filter { $0.rule == .stockPhrase }
    #expect(!stock.isEmpty)
    for finding in stock {
      #expect((1...3).contains(finding.closest.count))
      #expect(!finding.closest.contains { $0.document == draft }, "a draft is not its own source")
      #expect(Set(finding.closest.map(\.document)).count == finding.closest.count)
      for (better, worse) in zip(finding.closest, finding.closest.dropFirst()) {
        #expect(!worse.differences.lexicographicallyPrecedes(better.differences))
      }
    }
  }

  @Test func thePiecesAreTheTextOfThePlace() throws {
    var report = try CheckTests.check("linshui-bureau/2024.txt", against: CheckTests.names)
    report.compareClosePlaces(reading: ReadingSettings())
    let files = FindingSources.files(of: report)
    let places = report.findings.flatMap(\.closest)
    #expect(!places.isEmpty)
    for place in places where !place.pieces.isEmpty {
      let content = report.files[try #require(files[place.document])].content
      #expect(
        place.pieces.map(\.there).joined()
          == String(decoding: content[place.range], as: UTF8.self))
      let lines = content[..<place.range.lowerBound].count { $0 == 0x0A } + 1
      #expect(place.line == lines)
    }
  }

  @Test func stretchesAreTheLongestRunsThatWereNotFound() throws {
    let report = try CheckTests.check("linshui-bureau/2024.txt", against: CheckTests.names)
    let document = report.documents[0]
    let stretches = document.stretches
    #expect(!stretches.isEmpty && stretches.count <= StretchReport.limit)
    #expect(stretches.map(\.tokens) == stretches.map(\.tokens).sorted(by: >))
    #expect(
      stretches.count == StretchReport.limit
        || stretches.reduce(0) { $0 + $1.tokens } == document.classes[.original])
    for stretch in stretches {
      #expect(
        !document.spans.contains { Int($0.start) < stretch.end && stretch.start < Int($0.end) })
    }
  }

  @Test func sharedTextHasThePlacesThatItStandsInToo() throws {
    var settings = CheckSettings()
    settings.needsSpanSources = true
    let draft = "linshui-bureau/2024.txt"
    var report = Check.run(
      drafts: CheckTests.corpus([draft]), against: CheckTests.corpus(CheckTests.names),
      settings: settings)
    report.compareClosePlaces(reading: ReadingSettings())
    let spans = report.documents[0].spans.filter { [.shared, .borrowed].contains($0.tokenClass) }
    #expect(!spans.isEmpty)
    #expect(report.spanSources.map { $0.range.lowerBound } == spans.map { Int($0.start) })
    for span in report.spanSources {
      #expect(!span.sources.contains(draft) && (1...3).contains(span.closest.count))
      #expect(span.closest[0].differences[0] == 0, "a source has the words of its best place")
    }
  }
}
