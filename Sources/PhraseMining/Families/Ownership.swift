internal import ShingleEngine

/// Gives every stock token one family (D3).
struct Ownership {
  /// The family of each position, index + 1; 0 for none yet. Whoever builds families enters their
  /// places.
  let owners: Slab<UInt32>
  private let corpus: TokenCorpus
  /// The stock runs of all documents, rising.
  private let runs: [Range<Int>]
  private let workers: Workers
  /// The token sequences of runs without a place, and where they occur: found once, for later rounds
  /// have no others.
  private var sequences: RunSequences?

  /// So many occurrences ahead of the one in work memory is asked for their owners: they lie anywhere in it.
  private static let distance = 16

  /// - Parameter owners: as long as the corpus; whatever it holds is lost.
  init(corpus: TokenCorpus, runs: [Range<Int>], owners: Slab<UInt32>, workers: Workers) {
    self.corpus = corpus
    self.runs = runs
    self.owners = owners
    self.workers = workers
  }

  /// Applies rules (2) and (3) to what the places of `families` leave open; the runs that are left.
  mutating func spread(over families: [Family]) -> [Range<Int>] {
    let placeless = spreadFromPlaces()
    if placeless.isEmpty { return [] }
    let sequences = sequences ?? RunSequences(placeless, in: corpus, workers: workers)
    self.sequences = sequences
    return copyFromOccurrences(of: placeless, sequences, ids: families.map(\.id))
  }

  /// Rules (1) and (2): a token in a place has its owner already; the others of a run take that of
  /// the nearest place, the left one on a tie. Returns the runs that have no place.
  func spreadFromPlaces() -> [Range<Int>] {
    let chunk = 4_096
    return workers.map((runs.count + chunk - 1) / chunk) { task in
      runs[task * chunk..<min((task + 1) * chunk, runs.count)].filter { !spread($0) }
    }.flatMap { $0 }
  }

  private func spread(_ run: Range<Int>) -> Bool {
    guard let first = run.first(where: { owners[$0] != 0 }) else { return false }
    fill(run.lowerBound..<first, owners[first])
    var left = first
    for position in first + 1..<max(first + 1, run.upperBound) where owners[position] != 0 {
      let middle = left + (position - left) / 2
      fill(left + 1..<max(left + 1, middle + 1), owners[left])
      fill(max(left, middle) + 1..<max(max(left, middle) + 1, position), owners[position])
      left = position
    }
    fill(left + 1..<run.upperBound, owners[left])
    return true
  }

  private func fill(_ positions: Range<Int>, _ owner: UInt32) {
    for position in positions { owners[position] = owner }
  }

  /// Rule (3): a run without a place takes the family that owns most tokens of the same sequence
  /// where it occurs elsewhere, the one of the smallest of `ids` on a tie. Returns the runs that are
  /// left.
  private func copyFromOccurrences(
    of placeless: [Range<Int>], _ sequences: RunSequences, ids: [UInt64]
  ) -> [Range<Int>] {
    let chunk = 1_024
    let indices = workers.map((placeless.count + chunk - 1) / chunk) { task in
      placeless[task * chunk..<min((task + 1) * chunk, placeless.count)]
        .map { sequences.index(of: $0) }
    }.flatMap { $0 }
    let wanted = Set(indices).sorted()
    let found = workers.map(wanted.count) { mainOwner(of: sequences, wanted[$0], ids: ids) }
    var owner: [Int: UInt32] = [:]
    for (sequence, main) in zip(wanted, found) { owner[sequence] = main }
    var rest: [Range<Int>] = []
    for (run, sequence) in zip(placeless, indices) {
      if let main = owner[sequence] { fill(run, main) } else { rest.append(run) }
    }
    return rest
  }

  private func mainOwner(
    of sequences: RunSequences, _ index: Int, ids: [UInt64]
  ) -> UInt32? {
    var counts: [UInt32: Int] = [:]
    let starts = sequences.occurrences(of: index)
    let length = sequences.length(of: index)
    // Occurrences may overlap, in periodic text at each token: each token is looked at once.
    var (entered, left) = (0, 0)
    var position = 0
    while left < starts.count {
      if left == entered { position = starts[entered] }
      while entered < starts.count && starts[entered] <= position {
        owners.prefetch(starts[min(entered + Self.distance, starts.count - 1)])
        entered += 1
      }
      var next = starts[left] + length
      if entered < starts.count { next = min(next, starts[entered]) }
      while position < next {
        let owner = owners[position]
        let tokens = owners.repetitions(of: owner, from: position, count: next - position)
        if owner != 0 { counts[owner, default: 0] += tokens * (entered - left) }
        position += tokens
      }
      while left < entered && starts[left] + length <= position { left += 1 }
    }
    return counts.max {
      $0.value != $1.value
        ? $0.value < $1.value : ids[Int($0.key) - 1] > ids[Int($1.key) - 1]
    }?.key
  }
}

/// The distinct token sequences of runs, and where they occur.
private struct RunSequences: Sendable {
  private let corpus: TokenCorpus
  private let sequences: SequenceTable
  private let lengths: [Int]
  private let occurrences: [Occurrences]

  init(_ runs: [Range<Int>], in corpus: TokenCorpus, workers: Workers) {
    self.corpus = corpus
    var sequences = SequenceTable(of: corpus.tokens)
    var patterns: [[UInt32]] = []
    for run in runs {
      let number = sequences.insert(
        at: run.lowerBound, length: run.count, hash: Self.hash(of: run, in: corpus))
      if number == patterns.count { patterns.append(run.map { corpus.tokens[$0] }) }
    }
    self.sequences = sequences
    lengths = patterns.map(\.count)
    occurrences = PhraseFinder(patterns, in: corpus)
      .occurrences(in: corpus.parts(workers.count * 8), workers: workers)
  }

  /// - Precondition: `run` was among the runs.
  func index(of run: Range<Int>) -> Int {
    sequences.number(
      at: run.lowerBound, length: run.count, hash: Self.hash(of: run, in: corpus))!
  }

  private static func hash(of run: Range<Int>, in corpus: TokenCorpus) -> UInt64 {
    TokenHash.hash(of: corpus.tokens, at: run.lowerBound, length: run.count)
  }

  func length(of index: Int) -> Int { lengths[index] }

  /// Where sequence `index` begins, rising.
  func occurrences(of index: Int) -> [Int] {
    occurrences.flatMap { $0[index].map { Int($0) } }
  }
}
