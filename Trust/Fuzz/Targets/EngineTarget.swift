internal import PhraseMining
internal import ShingleEngine
internal import TestSupport

/// The engine against its brute-force twins, on tokens that bytes stand for: 0xFF begins a document, 0xFE a
/// block, and an even byte before a document says that it is of the source before it.
enum EngineTarget {
  private static let flag: UInt8 = 1
  private static let earlier: UInt8 = 2

  static func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let length = 1 + Int(source.byte() % 7)
    let minimum = 2 + Int(source.byte() % 3)
    let hashBits = source.choice([64, 8, 1])
    let jobs = 1 + Int(source.byte() % 3)
    let plain = corpus(source.pieces)
    // The twins are quadratic.
    guard (1...400).contains(plain.documents.joined().joined().count) else { return }
    survey(plain, length, minimum, hashBits, jobs)
    repeats(plain, length, minimum, hashBits, jobs)
    classes(plain, 1 + length, minimum, hashBits, jobs)
  }

  private static func corpus(_ pieces: [[UInt8]]) -> PlainCorpus {
    var documents: [[[UInt32]]] = []
    var sources: [UInt32] = []
    for (index, piece) in pieces.prefix(12).enumerated() {
      let isNew = index == 0 || piece.first.map { $0 % 2 == 1 } ?? true
      sources.append(isNew ? UInt32(index) : sources[index - 1])
      documents.append(
        piece.dropFirst().split(separator: 0xFE).map { block in block.map { UInt32($0 % 64) } })
    }
    return PlainCorpus(documents: documents, sources: sources)
  }

  private static func survey(
    _ plain: PlainCorpus, _ length: Int, _ minimum: Int, _ hashBits: Int, _ jobs: Int
  ) {
    var plan = SurveyPlan()
    plan.questions = [
      .init(length: length, condition: .sources(minimum), flag: flag),
      .init(length: length + 1, condition: .earlier, flag: earlier),
    ]
    plan.curve = [length, length + 2, 3 * length]
    plan.kept = [length: .init(belowSources: minimum)]
    let tokens = plain.tokenCorpus
    let workers = Workers(count: jobs)
    let groups = WindowGrouping(
      corpus: tokens, workers: workers, hashBits: hashBits, windowsPerPass: jobs == 1 ? 10 : 1_000
    ).groups(length: length)
    let survey = WindowSurvey(
      corpus: tokens, workers: workers, plan: plan, reach: jobs == 2 ? 4 : 512
    ).run(ShingleGroups(main: groups))
    let positions = 0..<survey.flags.count
    promise(
      Set(positions.filter { survey.flags[$0] & flag > 0 })
        == plain.counting(length: length, minimum: minimum), "D2: windows that count")
    promise(
      Set(positions.filter { survey.flags[$0] & earlier > 0 })
        == plain.repeated(length: length + 1), "repeated windows")
    for length in [length, length + 2, 3 * length] {
      promise(
        survey.curve[length] == plain.coverage(length: length), "D8: the curve at \(length)")
    }
    let kept = survey.kept[length] ?? KeptGroups(length: length)
    let found = (0..<kept.count).map { Array(kept.positions[kept.range(of: $0)]) }
    promise(
      Set(found) == plain.groups(length: length, below: minimum) && Set(found).count == found.count,
      "the groups that are kept")
  }

  private static func repeats(
    _ plain: PlainCorpus, _ shortest: Int, _ minimum: Int, _ hashBits: Int, _ jobs: Int
  ) {
    let corpus = plain.tokenCorpus
    let workers = Workers(count: jobs)
    let groups = WindowGrouping(corpus: corpus, workers: workers, hashBits: hashBits)
      .groups(length: shortest)
    let mined = RepeatMiner(corpus: corpus, workers: workers, minimumSources: minimum).mine(groups)
    let found = mined.repeats.map { repeated in
      let first = Int(mined.positions[Int(repeated.start)])
      return (0..<Int(repeated.length)).map { corpus.tokens[first + $0] }
    }
    promise(Set(found).count == found.count, "a repeat twice")
    promise(
      Set(found) == plain.closedRepeats(shortest: shortest, minimum: minimum), "D5: closed repeats")
  }

  private static func classes(
    _ plain: PlainCorpus, _ length: Int, _ minimum: Int, _ hashBits: Int, _ jobs: Int
  ) {
    var settings = MiningSettings(
      shingleLength: .init(unspaced: length, spaced: length), minimumSources: minimum)
    settings.sharedLength = .init(unspaced: length + 2, spaced: length + 2)
    settings.borrowedLength = .init(unspaced: 12, spaced: 12)
    settings.copiedLength = .init(unspaced: 20, spaced: 20)
    let findings = analysis(plain, settings, jobs: jobs, hashBits: hashBits)
    if let fault = ClassTwin(plain, settings).fault(in: findings) { broken("D2: \(fault)") }
    if let fault = plain.ownershipFault(in: findings) { broken("D3: \(fault)") }
    let other = analysis(plain, settings, jobs: 1 + jobs % 3, hashBits: 64)
    promise(findings.summary == other.summary, "D7: other threads or hashes, another answer")
  }

  private static func analysis(
    _ plain: PlainCorpus, _ settings: MiningSettings, jobs: Int, hashBits: Int
  ) -> Findings {
    let corpus = plain.tokenCorpus
    let boundaries = Slab<UInt8>(zeroed: corpus.tokens.count)
    for index in 0..<boundaries.count where corpus.tokens[index] % 6 == 5 {
      boundaries[index] = Boundary.clauseMark.rawValue
    }
    return Analysis(
      of: PhraseText(corpus: corpus, boundaries: boundaries, words: []),
      isSpaced: plain.documents.map { _ in false }, settings: settings,
      workers: Workers(count: jobs), hashBits: hashBits
    ).run()
  }
}
