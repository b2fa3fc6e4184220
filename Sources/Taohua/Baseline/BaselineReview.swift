package import PhraseReport

/// What a baseline knows of the findings of checked drafts, and what in it no longer holds.
package struct BaselineReview: Sendable {
  /// An entry that stands more often in the baseline than in its file.
  package struct Dead: Hashable, Sendable {
    package var entry: Baseline.Entry
    /// How often it is in the file now.
    package var left: Int
  }

  /// The known findings of the report, by index.
  package private(set) var knownFindings: Set<Int> = []
  /// The findings of the checked files that are known, as entries of a baseline, and those that are not.
  package private(set) var known: [Baseline.Entry] = []
  package private(set) var added: [Baseline.Entry] = []
  /// Entries of checked files that are not, or less often, needed.
  package private(set) var dead: [Dead] = []
  /// Entries of files that are gone.
  package private(set) var gone: [Baseline.Entry] = []
  /// Entries of files that were not checked.
  package private(set) var others: [Baseline.Entry] = []

  /// - Parameters:
  ///   - report: a check whose new findings are marked.
  ///   - drafts: what it checked.
  ///   - folder: what paths of the baseline are relative to, an absolute path.
  ///   - exists: whether there is a file at a path of the baseline.
  package init(
    _ baseline: Baseline, of report: CheckReport, _ drafts: Corpus, folder: String,
    exists: (String) -> Bool
  ) {
    let findings = FindingsByFile(report.findings, of: drafts).byFile
    var entries = Dictionary(grouping: baseline.entries, by: \.path)
    let paths = drafts.files.map { $0.input.path(in: folder) }
    let files = paths.indices.map { file in
      BaselineFile(
        report, FileVersion(drafts, file: file), paths[file],
        (findings[file] ?? []).filter { report.findings[$0].mayBeKnown })
    }
    let orphans = entries.filter { !paths.contains($0.key) && !exists($0.key) }
    for move in Self.moves(of: orphans, to: files.filter { entries[$0.path] == nil }) {
      entries[move.new] = entries[move.old]
      inherited.insert(move.old)
    }
    for file in files { add(file.match(entries[file.path] ?? [])) }
    for (path, entries) in entries where !paths.contains(path) && !inherited.contains(path) {
      if exists(path) { others += entries } else { gone += entries }
    }
  }

  /// Paths of files that are gone, and whose entries a file of another name goes on with.
  private var inherited: Set<String> = []

  /// Which files go on with the entries of files that are gone: a file has half of such findings or more,
  /// and each goes on with one, those that have most in common first.
  private static func moves(
    of orphans: [String: [Baseline.Entry]], to files: [BaselineFile]
  ) -> [(old: String, new: String)] {
    if orphans.isEmpty { return [] }
    var moves: [Move] = []
    for file in files {
      let counts = file.counts
      for (path, entries) in orphans {
        let common = entries.reduce(0) { $0 + min($1.count, counts[$1.fingerprint] ?? 0) }
        let all = entries.reduce(0) { $0 + $1.count }
        if common * 2 >= all { moves.append(Move(common: common, old: path, new: file.path)) }
      }
    }
    var taken: Set<String> = []
    return moves.sorted().compactMap { move in
      if taken.contains(move.old) || taken.contains(move.new) { return nil }
      taken.formUnion([move.old, move.new])
      return (move.old, move.new)
    }
  }

  private mutating func add(_ match: BaselineFile.Match) {
    knownFindings.formUnion(match.findings)
    known += match.known
    added += match.added
    dead += match.dead
  }

  /// The baseline as it is to be: of the checked files what is known, and what is new too if `growing`;
  /// other files as they were.
  package func updated(growing: Bool) -> Baseline {
    var entries: [[String]: Baseline.Entry] = [:]
    for entry in others + known + (growing ? added : []) {
      entries[[entry.fingerprint, entry.path], default: entry.with(count: 0)].count += entry.count
    }
    return Baseline(entries: Array(entries.values))
  }

  /// How many findings the baseline gains and loses.
  package var growth: Int { added.reduce(0) { $0 + $1.count } }
  package var loss: Int {
    dead.reduce(0) { $0 + $1.entry.count - $1.left } + gone.reduce(0) { $0 + $1.count }
  }
}

extension Baseline.Entry {
  func with(count: Int) -> Baseline.Entry {
    var entry = self
    entry.count = count
    return entry
  }
}

extension Finding {
  /// Whether a baseline may hold it: what is in a draft and counts.
  fileprivate var mayBeKnown: Bool {
    guard document != nil, isOpen else { return false }
    switch rule {
    case .stockPhrase, .nearVariant, .copiedPassage, .repeated, .stockShare, .residue, .misquoted:
      return true
    case .unusedSuppression, .expired, .unreadable: return false
    }
  }
}

/// A file that may be another one under a new name.
private struct Move: Comparable {
  /// How many findings they have in common.
  let common: Int
  let old: String
  let new: String

  /// The likelier one first: of equal findings that with the same name, then that in the nearest folder.
  static func < (left: Move, right: Move) -> Bool {
    if left.common != right.common { return left.common > right.common }
    if left.keepsName != right.keepsName { return left.keepsName }
    if left.depth != right.depth { return left.depth > right.depth }
    return (left.old, left.new) < (right.old, right.new)
  }

  private var keepsName: Bool { old.split(separator: "/").last == new.split(separator: "/").last }

  /// How many folders from the top are the same.
  private var depth: Int {
    zip(old.split(separator: "/"), new.split(separator: "/")).prefix { $0 == $1 }.count
  }
}
