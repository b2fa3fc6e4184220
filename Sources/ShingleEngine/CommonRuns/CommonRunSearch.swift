/// Finds everything that drafts have in common with documents, in one pass over the documents.
///
/// The drafts are small and the documents many, so the windows of the drafts are the table and the
/// documents stream past it (Karp and Rabin, 1987): reading a gigabyte in order is faster than looking
/// ten thousand windows up at places that are not in memory. A window that is found is verified on the
/// tokens and extended to the run that holds it; the diagonal remembers how far it went.
package struct CommonRunSearch: Sendable {
  private let drafts: TokenCorpus
  private let hash: RollingHash
  private let table: DraftWindowTable
  private let workers: Workers

  /// A window that stands in more places of the drafts begins no run, only is counted: text with a
  /// period would have as many diagonals as places.
  package static let maximumPlaces = 64

  /// - Parameters:
  ///   - drafts: the drafts, with the words of the documents among their own where they share any.
  ///   - documents: those of them that are looked for.
  ///   - length: tokens of the shortest run.
  ///   - workers: the threads to use.
  ///   - hashBits: fewer than 64 only in tests.
  package init(
    _ drafts: TokenCorpus, documents: [Int], length: Int, workers: Workers, hashBits: Int = 64
  ) {
    self.drafts = drafts
    self.workers = workers
    hash = RollingHash(length: length, wordHashes: drafts.wordHashes, bits: hashBits)
    table = DraftWindowTable(drafts, documents: documents, hash: hash)
  }

  /// The places in the drafts of windows that stand in too many of them to begin runs; those of one hash
  /// together, rising.
  package var frequentWindows: [[UInt32]] {
    table.entries.filter { $0.count > Self.maximumPlaces }.map { Array(table.positions[$0.range]) }
  }

  /// The runs in the documents of `tokens`. O(n), and the runs.
  ///
  /// - Parameters:
  ///   - tokens: the documents' tokens.
  ///   - starts: where each document begins, and at last where the last one ends.
  ///   - numbers: the number of each document; nil for one that is not looked at.
  package func runs(
    in tokens: DocumentTokens, starts: [Int], numbers: [UInt32?]
  ) -> CommonRuns {
    switch tokens {
    case .corpus(let corpus): runs(of: corpus.column, starts, numbers)
    case .narrow(let column): runs(of: column, starts, numbers)
    case .wide(let column): runs(of: column, starts, numbers)
    }
  }

  private func runs<Column: TokenColumn>(
    of column: Column, _ starts: [Int], _ numbers: [UInt32?]
  ) -> CommonRuns {
    let parts = Self.parts(starts, count: workers.count * 4)
    return CommonRuns(
      joining: workers.map(parts.count) { part in
        var scan = DocumentScan(drafts, hash, table, column)
        for document in parts[part] {
          if let number = numbers[document] {
            scan.scan(starts[document]..<starts[document + 1], number: number)
          }
        }
        return scan.found
      })
  }

  /// Ranges of documents of about equal size.
  private static func parts(_ starts: [Int], count: Int) -> [Range<Int>] {
    let target = max(1, (starts.last! - starts[0]) / count)
    var parts: [Range<Int>] = []
    var first = 0
    for document in 0..<starts.count - 1 {
      let isLast = document == starts.count - 2
      if isLast || starts[document + 1] - starts[first] >= target {
        parts.append(first..<document + 1)
        first = document + 1
      }
    }
    return parts
  }
}

/// One thread's pass over documents.
private struct DocumentScan<Column: TokenColumn> {
  private let drafts: TokenCorpus
  private let hash: RollingHash
  private let table: DraftWindowTable
  private let column: Column
  private(set) var found = CommonRuns()
  /// For each diagonal of the document in work the position after the last that it has covered. Positions
  /// rise from document to document, so what is left from an earlier one is never greater.
  private var covered: [Int] = []
  /// The frequent windows that the document in work is known to hold.
  private var frequent = Set<UInt32>()

  init(
    _ drafts: TokenCorpus, _ hash: RollingHash, _ table: DraftWindowTable, _ column: Column
  ) {
    self.drafts = drafts
    self.hash = hash
    self.table = table
    self.column = column
  }

  /// Adds the runs of the document that lies in `range`.
  mutating func scan(_ range: Range<Int>, number: UInt32) {
    let length = hash.length
    guard range.count >= length else { return }
    let diagonals = range.count + drafts.tokens.count
    if covered.count < diagonals {
      covered += [Int](repeating: 0, count: diagonals - covered.count)
    }
    frequent.removeAll(keepingCapacity: true)
    // Local, so that nothing of it is looked up for every token.
    let (hash, table, column) = (hash, table, column)
    var sum: UInt64 = 0
    for position in range.prefix(length) { sum = hash.entering(column.digit(at: position), sum) }
    var value = hash.finish(sum)
    if table.mayContain(value) { verify(value, at: range.lowerBound, range, number) }
    var first = range.lowerBound
    for position in range.lowerBound + length..<range.upperBound {
      sum = hash.rolling(
        sum, entering: column.digit(at: position), leaving: column.digit(at: first))
      first &+= 1
      value = hash.finish(sum)
      if table.mayContain(value) { verify(value, at: first, range, number) }
    }
  }

  private mutating func verify(
    _ value: UInt64, at position: Int, _ range: Range<Int>, _ number: UInt32
  ) {
    guard let entry = table.entry(of: value), isInBlock(position) else { return }
    if entry.count > CommonRunSearch.maximumPlaces {
      count(entry, at: position, number)
      return
    }
    for index in entry.range {
      let draft = Int(table.positions[index])
      let diagonal = position - range.lowerBound - draft + drafts.tokens.count
      if covered[diagonal] > position { continue }
      guard matches(draft, position) else { continue }
      let run = extended(draft, position, range)
      covered[diagonal] = run.position + run.length
      found.runs.append(
        CommonRun(
          draft: UInt32(run.draft), document: number,
          offset: UInt32(run.position - range.lowerBound), length: UInt32(run.length)))
    }
  }

  /// Notes that the document holds a frequent window. Where hashes collide, each of the sequences is
  /// noted by its own first place.
  private mutating func count(_ entry: DraftWindowTable.Entry, at position: Int, _ number: UInt32) {
    for index in entry.range {
      let draft = table.positions[index]
      guard matches(Int(draft), position) else { continue }
      if frequent.insert(draft).inserted {
        found.frequent.append(.init(draft: draft, document: number))
      }
      return
    }
  }

  /// Whether the window at `position` lies in one block.
  private func isInBlock(_ position: Int) -> Bool {
    for other in position + 1..<max(position + 1, position + hash.length)
    where column.startsBlock(other) {
      return false
    }
    return true
  }

  private func matches(_ draft: Int, _ position: Int) -> Bool {
    for offset in 0..<hash.length
    where column.token(at: position + offset) != drafts.tokens[draft + offset] {
      return false
    }
    return true
  }

  private func extended(
    _ draft: Int, _ position: Int, _ range: Range<Int>
  ) -> (draft: Int, position: Int, length: Int) {
    var before = 0
    while position - before > range.lowerBound, !column.startsBlock(position - before),
      !drafts.startsBlock(draft - before),
      column.token(at: position - before - 1) == drafts.tokens[draft - before - 1]
    {
      before += 1
    }
    var end = hash.length
    while position + end < range.upperBound, !column.startsBlock(position + end),
      !drafts.startsBlock(draft + end),
      column.token(at: position + end) == drafts.tokens[draft + end]
    {
      end += 1
    }
    return (draft - before, position - before, before + end)
  }
}
