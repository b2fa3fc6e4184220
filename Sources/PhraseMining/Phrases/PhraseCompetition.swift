internal import ShingleEngine

/// Gives each phrase its places over the whole corpus, exact and edited ones.
///
/// Phrases take their exact occurrences in the order of choice. Then edited places come in, the best
/// first: each drives out what is worth less than it, so that fragments of a damaged phrase vanish
/// into it, and keeps off what is worth more. Phrases that are left with too few sources drop out,
/// until nothing changes.
///
/// Documents do not touch each other, so parts of the corpus are worked on side by side.
struct PhraseCompetition: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  private let minimumSources: Int
  private let parts: [Range<Int>]
  /// For each position, while places are given: the number of the place in its part, + 1.
  let holders: Slab<UInt32>
  private var placings: [Placing] = []
  /// The phrases that hold a place, in the order of choice.
  private(set) var placed: [PlacedPhrase] = []

  /// - Parameter holders: as long as the corpus; used for the work, and free for others after it.
  init(
    in corpus: TokenCorpus, minimumSources: Int, holders: Slab<UInt32>, workers: Workers
  ) {
    self.corpus = corpus
    self.workers = workers
    self.minimumSources = minimumSources
    self.holders = holders
    parts = corpus.parts(workers.count * 8)
  }

  /// Places `phrases`, which come in the order of choice. What a phrase that drops out held becomes
  /// free, so all compete anew then.
  ///
  /// - Parameters:
  ///   - shortest: tokens of the shortest phrase that is looked for in edited form; nil for none.
  mutating func settle(_ phrases: [[UInt32]], variantsFrom shortest: Int?) {
    let contest = contest(of: phrases, variantsFrom: shortest)
    settle(contest) { _ in true }
  }

  /// Finds where `phrases` may stand; ``settle(_:where:)`` then places them.
  mutating func contest(of phrases: [[UInt32]], variantsFrom shortest: Int?) -> Contest {
    var contest = Contest(phrases: phrases, occurrences: occurrences(of: phrases))
    settle(&contest)
    if let shortest { findVariants(&contest, shortest: shortest) }
    return contest
  }

  /// Places the phrases of `contest`.
  ///
  /// - Parameter isPossible: whether an edited place may be one.
  mutating func settle(_ contest: Contest, where isPossible: (NearPlace) -> Bool) {
    var contest = contest
    if contest.rule != nil {
      contest.near = contest.near.map { $0.filter(isPossible) }
      settle(&contest)
    }
    placed = placedPhrases(contest)
  }

  /// Gives `phrases` what is still free, in few sources or many (D3 (4)).
  mutating func force(_ phrases: [[UInt32]]) {
    let contest = Contest(phrases: phrases, occurrences: occurrences(of: phrases))
    placings = placings(of: contest, onto: placings.map(\.coverage))
    placed += placedPhrases(contest).filter { !$0.places.isEmpty }
  }

  private func occurrences(of phrases: [[UInt32]]) -> [Occurrences] {
    PhraseFinder(phrases, in: corpus).occurrences(in: parts, workers: workers)
  }

  private mutating func settle(_ contest: inout Contest) {
    while true {
      placings = placings(
        of: contest, onto: parts.map { Bitset(count: corpus.range(of: $0).count) })
      let sources = exactSources(contest)
      let left = zip(contest.alive, sources).filter { $0.1 >= minimumSources }.map(\.0)
      if left.count == contest.alive.count { return }
      contest.alive = left
    }
  }

  /// Adds where the phrases of `contest` may stand in edited form.
  ///
  /// - Parameter shortest: tokens of the shortest phrase that is stock by itself.
  private func findVariants(_ contest: inout Contest, shortest: Int) {
    let isAlive = contest.isAlive
    let patterns = VariantPatterns(
      contest.phrases.indices.map { index in
        let phrase = contest.phrases[index]
        return isAlive[index] && phrase.count >= shortest ? phrase : []
      }, workers: workers)
    let rule = VariantRule(corpus: corpus, patterns: patterns)
    workers.forEach(parts.count) { part in
      placings[part].write(to: holders, range: corpus.range(of: parts[part]), as: \.phrase)
    }
    let search = NearPlaceSearch(
      corpus: corpus, rule: rule, holders: holders, workers: workers)
    contest.rule = rule
    contest.near = workers.map(parts.count) { search.places(in: parts[$0]) }
  }

  private func placings(of contest: Contest, onto coverages: [Bitset]) -> [Placing] {
    let isAlive = contest.isAlive
    return workers.map(parts.count) { part in
      var placing = Placing(range: corpus.range(of: parts[part]), coverage: coverages[part])
      for phrase in contest.alive {
        placing.place(
          contest.occurrences[part][phrase], of: phrase, length: contest.phrases[phrase].count)
      }
      if let rule = contest.rule {
        placing.write(to: holders, range: corpus.range(of: parts[part])) { _, number in number }
        for place in contest.near[part] where isAlive[Int(place.phrase)] {
          placing.place(place, rule, holders)
        }
      }
      placing.sort(phrases: contest.phrases.count)
      return placing
    }
  }

  /// Distinct counted sources of the exact places of each phrase that is alive.
  private func exactSources(_ contest: Contest) -> [Int] {
    tally(contest) { phrase, tally in
      for part in placings.indices {
        placings[part].forEachPlace(of: phrase) { place in
          if !place.isEdited { tally.add(corpus.source(at: Int(place.position))) }
        }
      }
      return tally.count
    }
  }

  private func placedPhrases(_ contest: Contest) -> [PlacedPhrase] {
    tally(contest) { phrase, tally in
      var places: [HeldPlace] = []
      for part in placings.indices {
        placings[part].forEachPlace(of: phrase) { places.append($0) }
      }
      for place in places { tally.add(corpus.source(at: Int(place.position))) }
      return PlacedPhrase(
        index: phrase, tokens: contest.phrases[phrase],
        places: places.filter { !$0.isEdited }.map(\.position),
        edited: places.filter(\.isEdited).map { $0.range },
        occurrences: contest.occurrences.flatMap { $0[phrase] }, sources: tally.count)
    }
  }

  /// Calls `body` for each phrase that is alive, with an empty tally.
  private func tally<Result: Sendable>(
    _ contest: Contest, _ body: @Sendable (Int, inout SourceStamps) -> Result
  ) -> [Result] {
    let chunk = 64
    return workers.map((contest.alive.count + chunk - 1) / chunk) { task in
      var tally = SourceStamps(count: corpus.sourceCount)
      return (task * chunk..<min((task + 1) * chunk, contest.alive.count)).map { index in
        tally.clear()
        return body(contest.alive[index], &tally)
      }
    }.flatMap { $0 }
  }
}

/// What competes for places.
struct Contest: Sendable {
  let phrases: [[UInt32]]
  /// By part of the corpus.
  let occurrences: [Occurrences]
  /// Indices of the phrases that are in the race, rising: in the order of choice.
  var alive: [Int]
  /// Where phrases may stand in edited form, by part of the corpus, the best first.
  var near: [[NearPlace]] = []
  var rule: VariantRule?

  init(phrases: [[UInt32]], occurrences: [Occurrences]) {
    self.phrases = phrases
    self.occurrences = occurrences
    alive = Array(phrases.indices)
  }

  var isAlive: [Bool] {
    var isAlive = [Bool](repeating: false, count: phrases.count)
    for phrase in alive { isAlive[phrase] = true }
    return isAlive
  }
}

/// A place that a phrase holds.
private struct HeldPlace: Sendable {
  let position: UInt32
  let length: UInt32
  let phrase: UInt32
  let isEdited: Bool
  var isLost = false
  /// What it is worth, in tokens.
  let score: Double

  var range: Range<Int> { Int(position)..<Int(position) + Int(length) }
}

/// The places of phrases in one part of the corpus.
private struct Placing: Sendable {
  private let start: Int
  private(set) var coverage: Bitset
  private var places: [HeldPlace] = []
  /// Where the places of each phrase begin.
  private var firsts: [UInt32] = []

  /// Of a place that is taken in part, so much of the rest must be free at least.
  private static let freeShare = 0.7
  /// Only places that lie in it by so much are driven out by another.
  private static let drivenOutShare = 0.7

  init(range: Range<Int>, coverage: Bitset) {
    start = range.lowerBound
    self.coverage = coverage
  }

  /// Gives `phrase` those of `occurrences`, rising, that are free.
  mutating func place(_ occurrences: ArraySlice<UInt32>, of phrase: Int, length: Int) {
    for position in occurrences {
      let range = Int(position) - start..<Int(position) - start + length
      guard coverage.isEmpty(in: range) else { continue }
      coverage.insert(range)
      // An exact place is worth a little more than an edited one that matches as much.
      places.append(
        HeldPlace(
          position: position, length: UInt32(length), phrase: UInt32(phrase), isEdited: false,
          score: Double(length) + 0.5))
    }
  }

  /// Gives an edited place what is free of it and what it wins.
  mutating func place(
    _ place: NearPlace, _ rule: VariantRule, _ holders: Slab<UInt32>
  ) {
    var range = place.range
    var score = place.score
    if range.contains(where: { isHeld($0, holders, against: range, score) }) {
      let free = longestFree(range, holders, score)
      guard Double(free.count) >= Self.freeShare * Double(range.count) else { return }
      range = rule.trimmed(free, as: Int(place.phrase))
      guard let rest = rule.score(of: range, as: Int(place.phrase)),
        !range.contains(where: { isHeld($0, holders, against: range, rest) })
      else { return }
      score = rest
    }
    for position in range where holders[position] != 0 { drop(Int(holders[position]) - 1, holders) }
    places.append(
      HeldPlace(
        position: UInt32(range.lowerBound), length: UInt32(range.count),
        phrase: UInt32(place.phrase), isEdited: true, score: score))
    for position in range { holders[position] = UInt32(places.count) }
    coverage.insert(range.lowerBound - start..<range.upperBound - start)
  }

  /// Whether `position` belongs to a place that is worth as much as an edited one over `range`, or lies
  /// mostly outside it.
  private func isHeld(
    _ position: Int, _ holders: Slab<UInt32>, against range: Range<Int>, _ score: Double
  ) -> Bool {
    if holders[position] == 0 { return false }
    let held = places[Int(holders[position]) - 1]
    return held.score >= score
      || Double(held.range.clamped(to: range).count) < Self.drivenOutShare * Double(held.length)
  }

  private func longestFree(
    _ range: Range<Int>, _ holders: Slab<UInt32>, _ score: Double
  ) -> Range<Int> {
    var best = range.lowerBound..<range.lowerBound
    var first = range.lowerBound
    for position in range where isHeld(position, holders, against: range, score) {
      if position - first > best.count { best = first..<position }
      first = position + 1
    }
    return range.upperBound - first > best.count ? first..<range.upperBound : best
  }

  private mutating func drop(_ index: Int, _ holders: Slab<UInt32>) {
    places[index].isLost = true
    let range = places[index].range
    for position in range { holders[position] = 0 }
    coverage.remove(range.lowerBound - start..<range.upperBound - start)
  }

  /// Enters for each position of `range` what `value` makes of the place that holds it and of its
  /// number + 1; 0 where none does.
  func write(
    to holders: Slab<UInt32>, range: Range<Int>, _ value: (HeldPlace, UInt32) -> UInt32
  ) {
    for position in range { holders[position] = 0 }
    for (index, place) in places.enumerated() {
      let holder = value(place, UInt32(index + 1))
      for position in place.range { holders[position] = holder }
    }
  }

  /// As above, with the index of the phrase + 1.
  func write(
    to holders: Slab<UInt32>, range: Range<Int>, as phrase: KeyPath<HeldPlace, UInt32>
  ) {
    write(to: holders, range: range) { place, _ in place[keyPath: phrase] + 1 }
  }

  /// Brings the places into the order of phrases, then positions, without those that were lost.
  mutating func sort(phrases: Int) {
    places.removeAll(where: \.isLost)
    places.sort { ($0.phrase, $0.position) < ($1.phrase, $1.position) }
    firsts = [UInt32](repeating: 0, count: phrases + 1)
    for place in places { firsts[Int(place.phrase) + 1] += 1 }
    for phrase in 0..<phrases { firsts[phrase + 1] += firsts[phrase] }
  }

  /// Calls `body` with each place of `phrase`, rising. No list is handed out: threads that ask for those of each phrase
  /// would wait for each other at its count of references.
  func forEachPlace(of phrase: Int, _ body: (HeldPlace) -> Void) {
    for index in Int(firsts[phrase])..<Int(firsts[phrase + 1]) { body(places[index]) }
  }
}

/// A phrase and the places that it won.
struct PlacedPhrase: Sendable {
  /// Its index among those that it was placed with.
  var index: Int
  var tokens: [UInt32]
  /// Positions of the first tokens of exact places, rising; places never overlap.
  var places: [UInt32]
  /// Where it stands in edited form, rising.
  var edited: [Range<Int>]
  /// Where it occurs, won or not, rising.
  var occurrences: [UInt32]
  /// Distinct counted sources of all its places.
  var sources: Int
}
