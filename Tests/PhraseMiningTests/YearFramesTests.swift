import PhraseMining
import ShingleEngine
import TestSupport
import Testing

/// The years of a small corpus counted by hand, window by window.
private struct FrameTwin {
  let plain: PlainCorpus
  let years: [Int?]
  let lengths: [Int]
  let size: Int
  let minimumSources: Int

  init(seed: UInt64) {
    plain = PlainCorpus.random(seed: seed)
    var random = SeededGenerator(seed: seed ^ 0xF4A3)
    years = plain.documents.map { _ in
      Int.random(in: 0..<6, using: &random) == 0 ? nil : Int.random(in: 2001...2004, using: &random)
    }
    let choices = [Int.random(in: 1...5, using: &random), Int.random(in: 2...6, using: &random)]
    lengths = plain.documents.map { _ in choices.randomElement(using: &random)! }
    size = Int.random(in: 1...4, using: &random)
    minimumSources = Int.random(in: 1...2, using: &random)
  }

  var dated: [YearFrames.DatedDocument] {
    years.indices.filter { years[$0] != nil }
      .map { YearFrames.DatedDocument(document: $0, year: years[$0]!) }
      .sorted { ($0.year, $0.document) < ($1.year, $1.document) }
  }

  /// The sources that have a document before `year`, the one whose last document is the latest first.
  private func frame(before year: Int) -> Set<UInt32> {
    var last: [UInt32: (Int, Int)] = [:]
    for document in dated where document.year < year {
      last[plain.sources[document.document]] = (document.year, document.document)
    }
    return Set(last.sorted { $0.value > $1.value }.prefix(size).map(\.key))
  }

  func result() -> [YearFrames.Year] {
    Set(years.compactMap { $0 }).sorted().map { year in
      let members = years.indices.filter { years[$0] == year }
      let frame = frame(before: year)
      return YearFrames.Year(
        year: year, documents: members.count,
        tokens: members.reduce(0) { $0 + plain.documents[$1].joined().count },
        counted: members.reduce(0) { $0 + counted($1, frame, before: year) }, frame: frame.count)
    }
  }

  private func counted(_ document: Int, _ frame: Set<UInt32>, before year: Int) -> Int {
    let length = lengths[document]
    let windows = plain.windows(length: length)
    var covered = Set<Int>()
    for window in windows where window.document == document {
      let holders = windows.filter { other in
        other.tokens == window.tokens && frame.contains(plain.sources[other.document])
          && years[other.document].map { $0 < year } ?? false
      }
      let sources = Set(holders.map { plain.sources[$0.document] })
      if sources.count >= minimumSources && PlainCorpus.hasEnoughWords(window.tokens) {
        covered.formUnion(window.position..<window.position + length)
      }
    }
    return covered.count
  }
}

@Suite("How much of each year stands in the sources just before it")
struct YearFramesTests {
  @Test("the years equal counting by hand on 600 random corpora")
  func equalTwin() {
    var counted = 0
    var whole = 0
    for seed in UInt64(0)..<600 {
      let twin = FrameTwin(seed: seed)
      let expected = twin.result()
      let found = YearFrames(
        of: twin.plain.tokenCorpus, dated: twin.dated, lengths: twin.lengths, size: twin.size,
        minimumSources: twin.minimumSources, workers: Workers(count: 1 + Int(seed % 3))
      ).years()
      #expect(found == expected, "seed \(seed)")
      counted += expected.count { $0.counted > 0 }
      whole += expected.count { $0.frame == twin.size }
    }
    // The corpora would prove nothing if no year had anything in common with its frame.
    #expect(counted > 200)
    #expect(whole > 200)
  }
}
