internal import PhraseReport

/// The findings of one checked file, as a baseline counts them.
struct BaselineFile {
  /// What a baseline knows of them.
  struct Match {
    var findings: Set<Int> = []
    var known: [Baseline.Entry] = []
    var added: [Baseline.Entry] = []
    var dead: [BaselineReview.Dead] = []
  }

  /// One place, which may be several findings.
  private struct Place {
    /// Indices of its findings in the report.
    var findings: [Int]
    var first: Finding
    var pieces: [PassagePieces.Piece]
    var words: String
    /// Whether the old version of the file, if it was looked at, has it.
    var isOld: Bool
  }

  let path: String
  private let version: FileVersion
  private let borrowedLength: ScriptLengths
  private var places: [Place] = []

  init(_ report: CheckReport, _ version: FileVersion, _ path: String, _ findings: [Int]) {
    self.path = path
    self.version = version
    borrowedLength = report.settings.borrowedLength
    let found = findings.map { report.findings[$0] }
    places = FindingPlaces(found, in: version).places.map { place in
      let first = found[place[0]]
      let tokens = first.rule == .copiedPassage ? version.texts(of: first) : []
      return Place(
        findings: place.map { findings[$0] }, first: first, pieces: PassagePieces(tokens).pieces,
        words: words(first), isOld: !first.isNew)
    }
  }

  /// As many of its first words as fit on a line.
  private func words(_ finding: Finding) -> String {
    let content = version.content
    let bytes = content[finding.start..<min(finding.end, finding.start + 400)]
    return DisplayText.truncated(
      DisplayText.clean(String(decoding: bytes, as: UTF8.self)), to: Self.columns)
  }

  private static let columns = 40

  /// How often each fingerprint stands in the file.
  var counts: [String: Int] {
    places.reduce(into: [:]) { $0[$1.first.fingerprint, default: 0] += 1 }
  }

  /// What `entries`, those of the file, know: as many places of a fingerprint as they count, those that an
  /// old version has before others; of the other copied passages those with little that is new.
  func match(_ entries: [Baseline.Entry]) -> Match {
    let counts = Dictionary(grouping: entries, by: \.fingerprint).mapValues { $0[0].count }
    var used: [String: Int] = [:]
    var isKnown = [Bool](repeating: false, count: places.count)
    for index in places.indices.sorted(by: { isBefore($0, $1) }) {
      let fingerprint = places[index].first.fingerprint
      guard used[fingerprint] ?? 0 < counts[fingerprint] ?? 0 else { continue }
      used[fingerprint, default: 0] += 1
      isKnown[index] = true
    }
    var pool = PiecePool(entries.map { $0.with(count: $0.count - (used[$0.fingerprint] ?? 0)) })
    for index in places.indices where !isKnown[index] {
      let place = places[index]
      guard place.first.rule == .copiedPassage else { continue }
      let length = version.copyLength(of: place.first, borrowedLength)
      isKnown[index] = pool.take(place.pieces, leaving: length - 1)
    }
    var match = Match()
    match.findings = Set(places.indices.filter { isKnown[$0] }.flatMap { places[$0].findings })
    match.known = self.entries(of: places.indices.filter { isKnown[$0] })
    match.added = self.entries(of: places.indices.filter { !isKnown[$0] })
    match.dead = entries.compactMap { entry in
      let left = used[entry.fingerprint] ?? 0
      guard left < entry.count, !pool.isTouched(entry.fingerprint) else { return nil }
      return .init(entry: entry, left: left)
    }
    return match
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    (places[left].isOld ? 0 : 1, left) < (places[right].isOld ? 0 : 1, right)
  }

  private func entries(of indices: [Int]) -> [Baseline.Entry] {
    var entries: [Baseline.Entry] = []
    var known: [String: Int] = [:]
    for index in indices {
      let place = places[index]
      if let entry = known[place.first.fingerprint] {
        entries[entry].count += 1
      } else {
        known[place.first.fingerprint] = entries.count
        entries.append(
          Baseline.Entry(
            fingerprint: place.first.fingerprint, count: 1, path: path, rule: place.first.rule,
            words: place.words, pieces: place.pieces.map(\.hash)))
      }
    }
    return entries
  }
}

/// The pieces of known passages that are not there as they were.
private struct PiecePool {
  /// Of each hash the entries that have it, as often as they have it.
  private var holders: [UInt16: [String]] = [:]
  private var touched: Set<String> = []

  init(_ entries: [Baseline.Entry]) {
    for entry in entries where entry.count > 0 {
      for piece in entry.pieces {
        holders[piece, default: []] += Array(repeating: entry.fingerprint, count: entry.count)
      }
    }
  }

  /// Takes those of `pieces` that it has, if the others have no more than `most` tokens together.
  mutating func take(_ pieces: [PassagePieces.Piece], leaving most: Int) -> Bool {
    var left = holders
    var unknown = 0
    var takenFrom: Set<String> = []
    for piece in pieces {
      if let holder = left[piece.hash]?.popLast() {
        takenFrom.insert(holder)
      } else {
        unknown += piece.tokens
      }
    }
    guard unknown <= most else { return false }
    holders = left
    touched.formUnion(takenFrom)
    return true
  }

  func isTouched(_ fingerprint: String) -> Bool { touched.contains(fingerprint) }
}
