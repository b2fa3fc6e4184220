import PhraseMining
import ShingleEngine
import TestSupport
import Testing

@Suite("D2, D3: the classes of every token, and one owner for each")
struct AnalysisTests {
  static func settings(seed: UInt64) -> MiningSettings {
    let length = 2 + Int(seed % 5)
    var settings = MiningSettings(
      shingleLength: .init(unspaced: length, spaced: length), minimumSources: 2 + Int(seed % 2))
    settings.sharedLength = .init(unspaced: length + 2, spaced: length + 2)
    settings.borrowedLength = .init(unspaced: 12, spaced: 12)
    settings.copiedLength = .init(unspaced: 20, spaced: 20)
    return settings
  }

  static func text(_ plain: PlainCorpus, seed: UInt64) -> PhraseText {
    let corpus = plain.tokenCorpus
    let boundaries = Slab<UInt8>(zeroed: corpus.tokens.count)
    var generator = SeededGenerator(seed: seed)
    for index in 0..<boundaries.count where Int.random(in: 0..<6, using: &generator) == 0 {
      boundaries[index] = Boundary.clauseMark.rawValue
    }
    return PhraseText(corpus: corpus, boundaries: boundaries, words: [])
  }

  static func run(
    _ plain: PlainCorpus, seed: UInt64, workers: Int = 2, hashBits: Int = 64
  ) -> Findings {
    Analysis(
      of: text(plain, seed: seed), isSpaced: plain.documents.map { _ in false },
      settings: settings(seed: seed), workers: Workers(count: workers), hashBits: hashBits
    ).run()
  }

  @Test("stock, shared, repeated equal counting by hand on random corpora")
  func classesEqualTwin() {
    for seed in 0..<Rounds.corpora(2_000) {
      let plain = PlainCorpus.random(seed: seed)
      let twin = ClassTwin(plain, Self.settings(seed: seed))
      let fault = twin.fault(in: Self.run(plain, seed: seed))
      #expect(fault == nil, "seed \(seed)")
    }
  }

  @Test("every stock token has one owner; places are exact and never overlap")
  func ownersAndPlaces() {
    for seed in 0..<Rounds.corpora(2_000) {
      let plain = PlainCorpus.random(seed: seed)
      let fault = plain.ownershipFault(in: Self.run(plain, seed: seed))
      #expect(fault == nil, "seed \(seed)")
    }
  }

  @Test("a stock token without a place takes the nearest place of its run, the left one on a tie")
  func nearestPlace() {
    for seed in 0..<Rounds.corpora(1_000) {
      let plain = PlainCorpus.random(seed: seed)
      let findings = Self.run(plain, seed: seed)
      let corpus = plain.tokenCorpus
      var inPlace: [Int: UInt32] = [:]
      for (index, family) in findings.families.enumerated() {
        for place in family.places {
          let count = family.variants[Int(place.variant)].tokens.count
          for position in Int(place.position)..<Int(place.position) + count {
            inPlace[position] = UInt32(index + 1)
          }
        }
      }
      for run in Self.stockRuns(findings, corpus) {
        let owned = run.filter { inPlace[$0] != nil }
        for position in run where !owned.isEmpty {
          let nearest = owned.min {
            (abs($0 - position), $0) < (abs($1 - position), $1)
          }!
          #expect(findings.owners[position] == inPlace[nearest], "seed \(seed)")
        }
      }
    }
  }

  static func stockRuns(_ findings: Findings, _ corpus: TokenCorpus) -> [[Int]] {
    var runs: [[Int]] = []
    for position in 0..<corpus.tokens.count
    where findings.classes[position] == TokenClass.stock.rawValue {
      if let last = runs.last?.last, last == position - 1, !corpus.startsBlock(position) {
        runs[runs.count - 1].append(position)
      } else {
        runs.append([position])
      }
    }
    return runs
  }

  @Test("every passage of fresh tokens that stands in another source is borrowed, and only copies")
  func borrowed() {
    for seed in 0..<Rounds.corpora(1_000) {
      let plain = PlainCorpus.random(seed: seed)
      let tokens = Array(plain.documents.joined().joined())
      let findings = Self.run(plain, seed: seed)
      let stock = TokenClass.stock.rawValue
      let holders = plain.sources(length: 12)
      for window in plain.windows(length: 12)
      where holders[window.tokens]!.count >= 2 && PlainCorpus.hasEnoughWords(window.tokens) {
        let range = window.position..<window.position + 12
        if range.contains(where: { findings.classes[$0] >= stock }) { continue }
        // Its seeds are windows of 6, which must have enough words too.
        let seeds = (0...6).map { Array(window.tokens[$0..<$0 + 6]) }
        guard seeds.contains(where: PlainCorpus.hasEnoughWords) else { continue }
        for position in range {
          #expect(findings.classes[position] == TokenClass.borrowed.rawValue, "seed \(seed)")
        }
      }
      var matched = Set<Int>()
      for match in findings.matches {
        let left = Int(match.left)..<Int(match.left + match.length)
        let right = Int(match.right)..<Int(match.right + match.length)
        #expect(tokens[left].elementsEqual(tokens[right]), "seed \(seed)")
        #expect(
          plain.sources[Int(match.leftDocument)] != plain.sources[Int(match.rightDocument)])
        matched.formUnion(left)
      }
      for position in tokens.indices
      where findings.classes[position] == TokenClass.borrowed.rawValue {
        #expect(matched.contains(position), "seed \(seed)")
      }
    }
  }

  /// Corpora whose phrases once followed the order of hashes.
  private static let onceDifferent: [UInt64] = [
    1_250, 10_416, 19_490, 35_230, 36_910, 49_341, 60_046, 70_960, 94_408, 95_536,
  ]

  @Test("the answer is the same for any number of threads, and with a hash of 8 bits")
  func deterministic() {
    for seed in Array(0..<Rounds.corpora(600)) + Self.onceDifferent {
      let plain = PlainCorpus.random(seed: seed)
      let one = Self.run(plain, seed: seed, workers: 1)
      for other in [
        Self.run(plain, seed: seed, workers: 4), Self.run(plain, seed: seed, hashBits: 8),
      ] {
        #expect(one.summary == other.summary, "seed \(seed)")
      }
    }
  }
}
