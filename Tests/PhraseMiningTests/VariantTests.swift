import PhraseMining
import ShingleEngine
import TestSupport
import Testing

@Suite("D4: near variants")
struct VariantTests {
  /// Three reports with one phrase, each in text of its own, and a fourth with `edited` instead.
  private static func findings(_ edited: [UInt32], findsVariants: Bool = true) -> Findings {
    var next: UInt32 = 1_000
    func filler(_ count: Int) -> [UInt32] {
      (0..<count).map { _ in
        next += 1
        return next
      }
    }
    let texts = [phrase, phrase, phrase, edited]
    let plain = PlainCorpus(documents: texts.map { [filler(30) + $0 + filler(30)] })
    var settings = MiningSettings(
      shingleLength: .init(unspaced: 6, spaced: 5), minimumSources: 3)
    settings.findsVariants = findsVariants
    return Analysis(
      of: PhraseText(
        corpus: plain.tokenCorpus,
        boundaries: Slab<UInt8>(zeroed: plain.tokenCorpus.tokens.count), words: []),
      isSpaced: plain.documents.map { _ in false }, settings: settings,
      workers: Workers(count: 2)
    ).run()
  }

  private static let phrase = (1...20).map { UInt32($0) }

  private static func edited(_ findings: Findings) -> [Place] {
    findings.families.flatMap(\.places).filter { $0.similarity < 1 }
  }

  @Test(
    "an edited phrase is found from end to end, with what it has in common",
    arguments: [
      ("a token more", Array(1...9) + [99] + Array(10...20), Float(20) / 21),
      ("a token less", Array(1...9) + Array(11...20), Float(19) / 20),
      ("another token", Array(1...9) + [99] + Array(11...20), Float(19) / 20),
      ("a clause less", Array(1...8) + Array(14...20), Float(15) / 20),
      ("clauses that changed places", Array(11...20) + Array(1...10), Float(10) / 20),
      ("another name", Array(1...8) + [97, 98, 99] + Array(12...20), Float(17) / 20),
    ] as [(String, [UInt32], Float)])
  func planted(_ name: String, _ edited: [UInt32], _ similarity: Float) throws {
    let findings = Self.findings(edited)
    let places = Self.edited(findings)
    try #require(places.count == 1, "\(name)")
    #expect(Int(places[0].position) == 3 * 80 + 30, "\(name)")
    #expect(places[0].similarity == similarity, "\(name)")
    let family = try #require(findings.families.first { $0.tokens == Self.phrase })
    #expect(family.variants.map(\.tokens) == [Self.phrase, edited], "\(name)")
    #expect(family.sources == 4, "\(name)")
    for position in 270..<270 + edited.count {
      #expect(findings.classes[position] == TokenClass.stock.rawValue, "\(name)")
    }
    #expect(findings.classes[269] < TokenClass.stock.rawValue)
    #expect(findings.classes[270 + edited.count] < TokenClass.stock.rawValue)
  }

  @Test(
    "what is too far away, or a mere piece, is none",
    arguments: [
      ("half of it", Array(1...10)), ("seven tokens", Array(1...4) + [99] + Array(5...7)),
      ("its tokens in any order", (1...20).map { UInt32($0 * 7 % 21) }),
    ] as [(String, [UInt32])])
  func tooFar(_ name: String, _ edited: [UInt32]) {
    #expect(Self.edited(Self.findings(edited)).isEmpty, "\(name)")
  }

  @Test("without variants the answer is the exact one")
  func exactAlone() {
    let findings = Self.findings(Array(1...9) + Array(11...20), findsVariants: false)
    #expect(Self.edited(findings).isEmpty)
    #expect(!(0..<findings.classes.count).contains { findings.edited.contains($0) })
  }

  @Test("an edited place never overlaps another, is stock, and says its similarity")
  func places() {
    var met = 0
    for seed in UInt64(0)..<1_000 {
      let plain = PlainCorpus.random(seed: seed)
      let corpus = plain.tokenCorpus
      let findings = AnalysisTests.run(plain, seed: seed)
      var covered = Set<Int>()
      for family in findings.families {
        for (index, variant) in family.variants.enumerated() {
          let count = family.places.count { Int($0.variant) == index }
          #expect(variant.occurrences == count, "seed \(seed)")
        }
        for place in family.places where place.similarity < 1 {
          met += 1
          let tokens = family.variants[Int(place.variant)].tokens
          let range = Int(place.position)..<Int(place.position) + tokens.count
          let breaks = range.dropFirst().count { corpus.startsBlock($0) }
          let best = family.variants.filter { $0.similarity == 1 }.map {
            let common = Self.common($0.tokens, tokens)
            let longer = max($0.tokens.count, tokens.count)
            return Float(common) / Float(common < longer ? longer : longer + breaks)
          }.max()
          #expect(place.similarity == best, "seed \(seed)")
          for position in range {
            #expect(findings.classes[position] == TokenClass.stock.rawValue, "seed \(seed)")
          }
          covered.formUnion(range)
        }
      }
      for position in 0..<corpus.tokens.count where findings.edited.contains(position) {
        #expect(covered.contains(position), "seed \(seed)")
      }
    }
    #expect(met > 100, "the corpora hardly have a variant: \(met)")
  }

  /// The longest common subsequence by the table of the textbook.
  private static func common(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for token in a {
      var diagonal = 0
      for index in b.indices {
        let above = row[index + 1]
        row[index + 1] = token == b[index] ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }
}

@Suite("Alignment of two sequences")
struct SequenceAlignmentTests {
  @Test("replacements make one sequence of the other, and leave what is common")
  func replacements() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let alphabet = UInt32.random(in: 2...6, using: &generator)
      let sequences = (0..<2).map { _ in
        (0..<Int.random(in: 0...90, using: &generator)).map { _ in
          UInt32.random(in: 0..<alphabet, using: &generator)
        }
      }
      var made: [UInt32] = []
      var next = 0
      for edit in SequenceAlignment.replacements(from: sequences[0], to: sequences[1]) {
        made += sequences[0][next..<edit.range.lowerBound] + edit.tokens
        next = edit.range.upperBound
      }
      made += sequences[0][next...]
      #expect(made == sequences[1])
    }
  }

  @Test("the common length is that of the table of all pairs, of few tokens, of some and of many")
  func commonLengths() {
    var generator = SeededGenerator(seed: 8)
    func check(_ lengths: ClosedRange<Int>) {
      let alphabet = UInt32.random(in: 2...9, using: &generator)
      let (left, right) = (sequence(), sequence())
      func sequence() -> [UInt32] {
        (0..<Int.random(in: lengths, using: &generator)).map { _ in
          UInt32.random(in: 0..<alphabet, using: &generator)
        }
      }
      #expect(
        SequenceAlignment.commonLength(left, right)
          == LongestCommonSubsequence.length(left, right))
    }
    for _ in 0..<1_000 { check(0...24) }
    for _ in 0..<200 { check(10...200) }
    // More than one column of the table.
    check(4_200...4_500)
  }

  @Test("the common length of long sequences that differ little or have a period")
  func commonLengthsOfSimilarSequences() {
    var generator = SeededGenerator(seed: 9)
    for round in 0..<4 {
      let alphabet = UInt32.random(in: 2...9, using: &generator)
      let unit = (0..<(round < 2 ? 4_300 : Int.random(in: 1...60, using: &generator))).map { _ in
        UInt32.random(in: 0..<alphabet, using: &generator)
      }
      func edited() -> [UInt32] {
        let start = round < 2 ? 0 : Int.random(in: 0..<unit.count, using: &generator)
        var sequence = (0..<Int.random(in: 4_200...4_300, using: &generator)).map {
          unit[($0 + start) % unit.count]
        }
        for _ in 0..<Int.random(in: 0...20, using: &generator) {
          let place = Int.random(in: 0..<sequence.count, using: &generator)
          if Bool.random(using: &generator) {
            sequence.remove(at: place)
          } else {
            sequence.insert(alphabet, at: place)
          }
        }
        return sequence
      }
      let (left, right) = (edited(), edited())
      #expect(
        SequenceAlignment.commonLength(left, right) == LongestCommonSubsequence.length(left, right))
    }
  }

  @Test("one replacement is better than two")
  func fewReplacements() {
    #expect(
      SequenceAlignment.replacements(from: [1, 5, 6, 7, 9], to: [2, 5, 3, 5, 6, 7]) == [
        Replacement(range: 0..<1, tokens: [2, 5, 3]), Replacement(range: 4..<5, tokens: []),
      ])
  }
}
