import PhraseMining
import ShingleEngine
import TestSupport
import Testing

@Suite("Passages that two documents share")
struct PassageAlignerTests {
  private static func passages(
    _ left: [UInt32], _ right: [UInt32], all: Int? = nil
  ) -> [AlignedPassage] {
    let corpus = PlainCorpus(documents: [[left], [right]]).tokenCorpus
    let text = PhraseText(
      corpus: corpus, boundaries: Slab<UInt8>(zeroed: corpus.tokens.count), words: [])
    let aligner = PassageAligner(
      text: text, left: 0, right: 1, isSpaced: false, settings: .characters,
      slotValue: { _ in 0 })
    return all.map { aligner.sharedRuns(length: $0) } ?? aligner.passages()
  }

  private static func filler(_ first: UInt32, _ count: Int) -> [UInt32] {
    (0..<count).map { first + UInt32($0) }
  }

  private static let copy = (1...60).map { UInt32($0) }

  @Test(
    "a copied passage is found whole, over gaps and edits",
    arguments: [
      ("word for word", copy, Float(1)),
      ("a token more", Array(copy[..<20]) + [900] + copy[20...], Float(60) / 61),
      ("a clause less", Array(copy[..<20] + copy[30...]), Float(50) / 60),
      ("clauses that changed places", Array(copy[30...] + copy[..<30]), Float(1)),
      ("every tenth token another", copy.map { $0 % 10 == 5 ? $0 + 800 : $0 }, Float(54) / 60),
    ] as [(String, [UInt32], Float)])
  func planted(_ name: String, _ edited: [UInt32], _ similarity: Float) throws {
    let found = Self.passages(
      Self.filler(10_000, 100) + Self.copy + Self.filler(20_000, 100),
      Self.filler(30_000, 50) + edited + Self.filler(40_000, 50))
    try #require(found.count == 1, "\(name)")
    #expect(found[0].left == 100..<160, "\(name)")
    #expect(found[0].right == 310..<310 + edited.count, "\(name)")
    #expect(found[0].similarity == similarity, "\(name)")
  }

  @Test("long passages that changed places are two")
  func swapped() {
    let a = Self.filler(1, 50)
    let b = Self.filler(101, 50)
    let found = Self.passages(
      Self.filler(10_000, 20) + a + b + Self.filler(20_000, 20),
      Self.filler(30_000, 20) + b + a + Self.filler(40_000, 20))
    #expect(found.map(\.left.count) == [50, 50])
    #expect(Set(found.map(\.left.lowerBound)) == [20, 70])
  }

  @Test("documents that share nothing have no passage")
  func nothing() {
    #expect(Self.passages(Self.filler(1, 500), Self.filler(1_000, 500)).isEmpty)
  }

  @Test("runs that repeat within a document stay linear")
  func periodic() {
    let text = (0..<4_000).map { UInt32($0 % 3 + 1) }
    #expect(!Self.passages(text, text).isEmpty)
  }

  @Test("spans lie in their documents, hold what they say, and do not cover each other by half")
  func invariants() {
    for seed in UInt64(0)..<400 {
      let plain = PlainCorpus.random(seed: seed)
      let blocks = plain.documents.map { Array($0.joined()) }.filter { !$0.isEmpty }
      guard blocks.count > 1 else { continue }
      let left = blocks[0] + blocks[1]
      let right = blocks[1] + (blocks.last ?? [])
      let tokens = left + right
      var covered = Set<Int>()
      for passage in Self.passages(left, right) {
        #expect(passage.left.upperBound <= left.count, "seed \(seed)")
        #expect(passage.right.lowerBound >= left.count, "seed \(seed)")
        #expect(passage.right.upperBound <= tokens.count, "seed \(seed)")
        #expect(passage.similarity > 0 && passage.similarity <= 1, "seed \(seed)")
        let known = passage.left.count { covered.contains($0) }
        #expect(2 * known < passage.left.count, "seed \(seed)")
        covered.formUnion(passage.left)
      }
    }
  }

  @Test("every shared run of k tokens is listed on request, as by comparing all places")
  func allRuns() {
    for seed in UInt64(0)..<300 {
      let plain = PlainCorpus.random(seed: seed)
      let blocks = plain.documents.map { Array($0.joined()) }.filter { !$0.isEmpty }
      guard blocks.count > 1 else { continue }
      let left = blocks[0]
      let right = blocks[1]
      let found = Self.passages(left, right, all: 4)
        .map { [$0.left.lowerBound, $0.right.lowerBound - left.count, $0.left.count] }
      #expect(Set(found) == Self.runs(left, right, 4), "seed \(seed)")
    }
  }

  private static func runs(_ a: [UInt32], _ b: [UInt32], _ length: Int) -> Set<[Int]> {
    var runs = Set<[Int]>()
    for i in a.indices {
      for j in b.indices where a[i] == b[j] && (i == 0 || j == 0 || a[i - 1] != b[j - 1]) {
        var count = 0
        while i + count < a.count, j + count < b.count, a[i + count] == b[j + count] { count += 1 }
        if count >= length, PlainCorpus.hasEnoughWords(Array(a[i..<i + count])) {
          runs.insert([i, j, count])
        }
      }
    }
    return runs
  }
}

@Suite("Allowed wording")
struct AllowedTextTests {
  private static func findings(_ text: [UInt32], _ phrases: [AllowedPhrase]) -> Findings {
    let plain = PlainCorpus(documents: [[text]])
    let corpus = plain.tokenCorpus
    return Analysis(
      of: PhraseText(
        corpus: corpus, boundaries: Slab<UInt8>(zeroed: corpus.tokens.count), words: []),
      isSpaced: [false],
      settings: MiningSettings(shingleLength: .init(unspaced: 6, spaced: 5), minimumSources: 2),
      workers: Workers(count: 2), allowed: phrases
    ).run()
  }

  private static let phrase = (1...12).map { UInt32($0) }
  private static let edited: [UInt32] = [1, 2, 3, 4, 5, 6, 99, 7, 8, 9, 10, 11, 12]
  private static let around = (100..<130).map { UInt32($0) }

  private static func allowed(_ findings: Findings) -> Int {
    (0..<findings.classes.count).count {
      findings.classes[$0] == TokenClass.allowed.rawValue
    }
  }

  @Test("a place of it is allowed, and so is an edited one")
  func places() {
    let entry = AllowedPhrase(tokens: Self.phrase, isExact: false, documents: nil)
    let findings = Self.findings(
      Self.around + Self.phrase + Self.around + Self.edited + Self.around, [entry])
    #expect(Self.allowed(findings) == 12 + 13)
    #expect(findings.allowed.misquotes.isEmpty)
  }

  @Test("what must be quoted word for word is misquoted by an edited place")
  func misquoted() throws {
    let entry = AllowedPhrase(tokens: Self.phrase, isExact: true, documents: nil)
    let findings = Self.findings(
      Self.around + Self.phrase + Self.around + Self.edited + Self.around, [entry])
    #expect(Self.allowed(findings) == 12)
    try #require(findings.allowed.misquotes.count == 1)
    #expect(findings.allowed.misquotes[0].range == 72..<85)
    #expect(findings.allowed.misquotes[0].similarity == Float(12) / 13)
  }

  @Test("a mere piece of prescribed wording is no misquotation, and other documents are none")
  func pieces() {
    let entry = AllowedPhrase(tokens: Self.phrase, isExact: true, documents: nil)
    let findings = Self.findings(
      Self.around + Self.phrase[..<10] + Self.around, [entry])
    #expect(findings.allowed.misquotes.isEmpty)
    let elsewhere = AllowedPhrase(tokens: Self.phrase, isExact: false, documents: [false])
    #expect(Self.allowed(Self.findings(Self.around + Self.phrase, [elsewhere])) == 0)
  }
}
