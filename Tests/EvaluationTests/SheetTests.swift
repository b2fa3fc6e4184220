import Evaluation
import PhraseReport
import Testing

/// Coding sheets: drawing, filling in, and what comes of it.
@Suite struct SheetTests {
  @Test func splitMix64GivesThePublishedNumbers() {
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func samplesAreWithoutReplacement() {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let drawn = generator.sample(20, of: 30)
      #expect(Set(drawn).count == 20 && drawn.allSatisfy { (0..<30).contains($0) })
      generator = SplitMix64(seed: seed)
      #expect(generator.sample(10, of: 30) == Array(drawn[..<10]))
      #expect(Set(generator.sample(50, of: 30)) == Set(0..<30))
    }
    var generator = SplitMix64(seed: 1)
    #expect(generator.sample(5, of: 0).isEmpty)
  }

  @Test func everyNumberIsAsLikely() {
    var counts = [Int](repeating: 0, count: 10)
    for seed in 0..<10_000 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      for number in generator.sample(3, of: 10) { counts[number] += 1 }
    }
    // 3,000 each; five standard deviations are 230.
    #expect(counts.allSatisfy { (2_770...3_230).contains($0) }, "\(counts)")
  }

  private let report = """
    {"schema":"taohua.audit/1","documents":[{"id":"a.txt","sentences":[
    {"start":0,"end":9,"verdict":"formula","classes":{}},
    {"start":12,"end":21,"verdict":"original","classes":{}},
    {"start":24,"end":33,"verdict":"formula","classes":{}}]}]}
    """

  private func sheet(_ codes: [String]) throws -> CodedSheet {
    let places = [0..<9, 12..<21, 24..<33, 40..<50]
    let lines = places.map {
      CodingSheet.Line(
        document: "a.txt", place: $0, line: 1, before: "=1+1", sentence: "句\t子", after: "")
    }
    let text = CodingSheet(lines: lines, total: 9, seed: 1).render()
    var codes = codes.makeIterator()
    let filled = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasSuffix("\t") ? line + (codes.next() ?? "") : line
    }
    return try CodedSheet(Array(filled.joined(separator: "\r\n").utf8))
  }

  private func tool() throws -> ToolVerdicts {
    try ToolVerdicts(JSONField(try JSONParser.parse(Array(report.utf8))))
  }

  @Test func theToolIsMeasured() throws {
    let coded = try sheet(["formula", " Original ", "\"shared\"", "mixed"])
    let coder = CoderEvaluation(coded, tool: try tool())
    #expect(coder.coded == 4 && coder.uncoded == 0 && coder.unknown == 1)
    #expect(coder.agreement.same == 2 && coder.agreement.both == 3)
    let formula = try #require(coder.classes.first { $0.verdict == .formula })
    #expect(formula.precision == Proportion(1, of: 2) && formula.recall == Proportion(1, of: 1))
    #expect(coder.classes.map(\.verdict) == [.formula, .shared, .original])
  }

  @Test func twoCodersAgreeBeyondChance() throws {
    let first = try sheet(["formula", "formula", "original", "original"])
    let second = try sheet(["formula", "original", "original", "original"])
    let agreement = try #require(SheetEvaluation([first, second], tool: try tool()).agreement)
    // 3 of 4 alike, 1/2 1/4 + 1/2 3/4 = 1/2 by chance.
    #expect(agreement.same == 3 && agreement.kappa == 0.5)
    #expect(Agreement([(.formula, .formula)]).kappa == nil && Agreement([]).kappa == nil)
  }

  @Test func intervalsAreWilsons() {
    let interval = Proportion(8, of: 10).interval
    #expect(abs(interval.lowerBound - 0.490162) < 1e-6)
    #expect(abs(interval.upperBound - 0.943318) < 1e-6)
    #expect(Proportion(0, of: 10).interval.lowerBound == 0)
    #expect(Proportion(0, of: 0).ratio == nil && Proportion(0, of: 0).interval == 0...1)
  }

  @Test func whatIsNoCodeIsNamed() {
    let error = #expect(throws: FormatError.self) { try sheet(["formula", "fromula"]) }
    #expect(error?.found == "fromula")
    let text = "document\tplace\tcode\na\t1-2\tformula\na\t1-2\tformula\n"
    #expect(throws: FormatError.self) { try CodedSheet(Array(text.utf8)) }
    #expect(throws: FormatError.self) {
      try CodedSheet(Array("document\tplace\tcode\na\t5-2\t\n".utf8))
    }
    #expect(throws: FormatError.self) { try CodedSheet(Array("document\tplace\n".utf8)) }
  }

  @Test func aReportWithoutVerdictsIsRefused() throws {
    let report = try JSONParser.parse(Array("{\"documents\":[{\"id\":\"a\"}]}".utf8))
    let error = #expect(throws: FormatError.self) { try ToolVerdicts(JSONField(report)) }
    #expect(error?.place == .field("documents[0].sentences"))
  }
}
