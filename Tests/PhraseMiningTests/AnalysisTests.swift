import PhraseMining
import ShingleEngine
import TestSupport
import Testing

/// The classes of DESIGN §4 counted by hand on plain arrays.
struct ClassTwin {
  let plain: PlainCorpus
  let settings: MiningSettings
  private(set) var classes: [TokenClass]

  init(_ plain: PlainCorpus, _ settings: MiningSettings) {
    self.plain = plain
    self.settings = settings
    classes = plain.documents.joined().joined().map { _ in .original }
    markRepeated()
    markShared()
    markStock()
  }

  private mutating func markStock() {
    let length = settings.shingleLength.unspaced
    let holders = plain.sources(length: length)
    for window in plain.windows(length: length)
    where holders[window.tokens]!.count >= settings.minimumSources {
      mark(window.tokens, window.position, .stock)
    }
  }

  private mutating func markShared() {
    let length = settings.sharedLength.unspaced
    let holders = plain.sources(length: length)
    for window in plain.windows(length: length) where holders[window.tokens]!.count >= 2 {
      mark(window.tokens, window.position, .shared)
    }
  }

  private mutating func markRepeated() {
    let length = settings.shingleLength.unspaced
    var first: [Int: [[UInt32]: Int]] = [:]
    for window in plain.windows(length: length) {
      if let earlier = first[window.document]?[window.tokens] {
        if earlier + length <= window.position { mark(window.tokens, window.position, .repeated) }
      } else {
        first[window.document, default: [:]][window.tokens] = window.position
      }
    }
  }

  private mutating func mark(_ tokens: [UInt32], _ position: Int, _ tokenClass: TokenClass) {
    guard PlainCorpus.hasEnoughWords(tokens) else { return }
    for token in position..<position + tokens.count { classes[token] = tokenClass }
  }
}

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

  @Test("stock, shared, repeated equal counting by hand on 2,000 random corpora")
  func classesEqualTwin() {
    for seed in UInt64(0)..<2_000 {
      let plain = PlainCorpus.random(seed: seed)
      let twin = ClassTwin(plain, Self.settings(seed: seed))
      let findings = Self.run(plain, seed: seed)
      for (position, expected) in twin.classes.enumerated() {
        let found = TokenClass(rawValue: findings.classes[position])!
        // Borrowed is tested by its own promise; it stands above shared, below stock.
        // Edited places (D4) are stock too, and marked: an exact token never is.
        let isEdited = findings.edited.contains(position)
        let isRight =
          expected < .stock
          ? found == expected || found == .borrowed || isEdited
          : found == expected && !isEdited
        #expect(isRight, "seed \(seed), position \(position): \(found) for \(expected)")
      }
    }
  }

  @Test("every stock token has one owner; places are exact and never overlap")
  func ownersAndPlaces() {
    for seed in UInt64(0)..<2_000 {
      let plain = PlainCorpus.random(seed: seed)
      let tokens = Array(plain.documents.joined().joined())
      let findings = Self.run(plain, seed: seed)
      var covered = Set<Int>()
      for (index, family) in findings.families.enumerated() {
        for place in family.places {
          let variant = family.variants[Int(place.variant)].tokens
          let range = Int(place.position)..<Int(place.position) + variant.count
          #expect(Array(tokens[range]) == variant, "seed \(seed)")
          #expect(covered.isDisjoint(with: range), "seed \(seed): places overlap")
          covered.formUnion(range)
          for position in range {
            #expect(Int(findings.owners[position]) == index + 1, "seed \(seed)")
          }
        }
      }
      for position in tokens.indices
      where findings.classes[position] == TokenClass.stock.rawValue {
        #expect(findings.owners[position] > 0, "seed \(seed): stock without an owner")
      }
    }
  }

  @Test("a stock token without a place takes the nearest place of its run, the left one on a tie")
  func nearestPlace() {
    for seed in UInt64(0)..<1_000 {
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
    for seed in UInt64(0)..<1_000 {
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

  @Test("the answer is the same for any number of threads, and with a hash of 8 bits")
  func deterministic() {
    for seed in UInt64(0)..<600 {
      let plain = PlainCorpus.random(seed: seed)
      let one = Self.run(plain, seed: seed, workers: 1)
      for other in [
        Self.run(plain, seed: seed, workers: 4), Self.run(plain, seed: seed, hashBits: 8),
      ] {
        #expect(Self.summary(one) == Self.summary(other), "seed \(seed)")
      }
    }
  }

  /// Classes, owners by family id, and families by id with their places.
  static func summary(_ findings: Findings) -> [String] {
    var lines = (0..<findings.classes.count).map { position in
      let owner = Int(findings.owners[position])
      return "\(findings.classes[position]) \(owner == 0 ? 0 : findings.families[owner - 1].id)"
    }
    lines += findings.families.map { family in
      "\(family.id) \(family.sources) \(family.nested) \(family.places.map(\.position))"
    }.sorted()
    return lines
  }
}
