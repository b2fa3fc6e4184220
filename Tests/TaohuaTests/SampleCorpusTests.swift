import Foundation
import PhraseMining
import PhraseReport
import Taohua
import TestSupport
import Testing

/// The audit of `files`, named by their paths below `folder`.
func audit(
  _ files: [URL], under folder: URL, _ settings: AuditSettings = AuditSettings()
) -> AuditReport {
  let inputs = files.map { url in
    InputPath(
      path: url.path, name: String(url.path.dropFirst(folder.path.count + 1)), isNamed: true)
  }
  let corpus = Corpus.read(inputs, jobs: settings.jobs)
  return Audit.run(corpus, settings: settings)
}

/// What was planted in the sample corpus, as far as the tests use it.
struct Truth: Decodable {
  struct Place: Decodable {
    var document: String
    var start: Int
    var end: Int
  }
  struct Family: Decodable {
    struct Occurrence: Decodable {
      var document: String
      var start: Int
      var end: Int
      var exact: Bool
    }
    var name: String
    var canonical: String
    var sources: Int
    var places: [Occurrence]
  }
  struct Copy: Decodable {
    var left: Place
    var right: Place
  }
  var families: [Family]
  var nearDuplicates: [[String]]
  var copies: [Copy]
  var original: [Place]
}

@Suite("The truth of the sample corpus")
struct SampleCorpusTests {
  static let files = TestFiles.files(under: TestFiles.sample)
    .filter { $0.lastPathComponent != "README.md" }
  static let report = audit(files, under: TestFiles.sample)
  static let truth = try! JSONDecoder().decode(
    Truth.self, from: Data(contentsOf: TestFiles.sample.appending(path: "truth.json")))

  static func document(_ id: String) -> DocumentReport {
    report.documents.first { $0.id == id }!
  }

  /// Bytes of `range` of a document that lie in spans of `tokenClass`.
  static func bytes(_ place: Range<Int>, of id: String, _ tokenClass: TokenClass) -> Int {
    document(id).spans.filter { $0.tokenClass == tokenClass }
      .reduce(0) { $0 + place.clamped(to: Int($1.start)..<Int($1.end)).count }
  }

  @Test("24 reports, nothing skipped, the draft grouped with its report")
  func documents() {
    #expect(Self.report.documents.count == 24)
    #expect(Self.report.corpus.skipped.isEmpty)
    let groups = Self.report.corpus.duplicates.map { $0.map { Self.report.documents[$0].id } }
    #expect(groups.map(Set.init) == Self.truth.nearDuplicates.map(Set.init))
  }

  @Test("every planted formula in three sources is stock where it stands exactly")
  func families() {
    for family in Self.truth.families where family.sources >= 3 {
      for place in family.places where place.exact {
        let range = place.start..<place.end
        let stock = Self.bytes(range, of: place.document, .stock)
        #expect(
          10 * stock >= 7 * range.count, "\(family.name) at \(place.document):\(place.start)")
      }
    }
  }

  @Test("the long copy is borrowed or shared from end to end, and paired")
  func copies() {
    for copy in Self.truth.copies {
      let range = copy.left.start..<copy.left.end
      let found = [TokenClass.borrowed, .stock, .shared]
        .reduce(0) { $0 + Self.bytes(range, of: copy.left.document, $1) }
      #expect(10 * found >= 8 * range.count)
      #expect(Self.bytes(range, of: copy.left.document, .borrowed) > 0)
      let ids: Set = [copy.left.document, copy.right.document]
      #expect(
        Self.report.pairs.contains { pair in
          Set([pair.left, pair.right].map { Self.report.documents[$0].id }) == ids
        })
    }
  }

  @Test("original paragraphs stay original")
  func originals() {
    for place in Self.truth.original {
      for tokenClass in [TokenClass.stock, .borrowed, .shared] {
        let found = Self.bytes(place.start..<place.end, of: place.document, tokenClass)
        #expect(found == 0, "\(place.document):\(place.start) is \(tokenClass)")
      }
    }
  }

  @Test("places are cut out of the file and their classes add up (D3)")
  func sums() {
    for document in Self.report.documents {
      let total = TokenClass.allCases.reduce(0) { $0 + document.classes[$1] }
      #expect(total == document.tokens)
      let kinds = PhraseKind.allCases.reduce(0) { $0 + document.stockByKind[$1] }
      #expect(kinds == document.classes[.stock])
    }
    for family in Self.report.families {
      #expect(family.occurrences == family.places.count)
      #expect(family.variants.reduce(0) { $0 + $1.occurrences } == family.occurrences)
    }
  }

  @Test("D7: neither the order of the files nor the number of threads changes a byte")
  func deterministic() {
    var settings = AuditSettings()
    let expected = Self.json(Self.report)
    for (jobs, files) in [(1, Self.files.reversed() + []), (4, Self.files.shuffled())] {
      settings.jobs = jobs
      #expect(Self.json(audit(files, under: TestFiles.sample, settings)) == expected)
    }
  }

  static func json(_ report: AuditReport) -> [UInt8] {
    var bytes: [UInt8] = []
    AuditJSON.write(report) { bytes += $0 }
    return bytes
  }
}

@Suite("The seeds", .enabled(if: TestFiles.shared != nil, "../shared is absent"))
struct SeedTests {
  @Test("the catalogue lists what a reader would list")
  func catalogue() {
    let folder = TestFiles.shared!.appending(path: "seeds")
    let report = audit(TestFiles.files(under: folder), under: folder)
    #expect(report.documents.count == 16)
    let share = Double(report.corpus.classes[.stock]) / Double(report.corpus.tokens)
    #expect(share > 0.22 && share < 0.25)
    let first = report.families.prefix(40)
    for (text, documents) in [
      ("以习近平新时代中国特色社会主义思想为指导", 12...14),
      ("坚持党的领导、人民当家作主、依法治国有机统一", 7...9), ("有件必备、有备必审、有错必纠", 5...7),
      ("民有所呼、我有所应", 6...8),
    ] {
      let family = first.first { $0.canonical == text }
      #expect(family.map { documents.contains($0.documents) } == true, "\(text)")
    }
    #expect(first.contains { $0.template.contains("{slot}届人大{slot}次会议") })
  }
}
