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
    let orphans = Orphans(entries.filter { !paths.contains($0.key) && !exists($0.key) })
    for file in files where entries[file.path] == nil {
      guard let moved = orphans.best(for: file) else { continue }
      entries[file.path] = entries[moved]
      inherited.insert(moved)
    }
    for file in files { add(file.match(entries[file.path] ?? [])) }
    for (path, entries) in entries where !paths.contains(path) && !inherited.contains(path) {
      if exists(path) { others += entries } else { gone += entries }
    }
  }

  /// Paths of files that are gone, and whose entries a file of another name goes on with.
  private var inherited: Set<String> = []

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
    guard document != nil, suppression == nil else { return false }
    switch rule {
    case .stockPhrase, .nearVariant, .copiedPassage, .repeated, .stockShare, .residue, .misquoted:
      return true
    case .unusedSuppression, .expired, .unreadable: return false
    }
  }
}

/// The entries of files that are gone: one that has moved goes on with them.
private struct Orphans {
  private let entries: [String: [Baseline.Entry]]

  init(_ entries: [String: [Baseline.Entry]]) { self.entries = entries }

  /// The path whose entries have most in common with the findings of `file`.
  func best(for file: BaselineFile) -> String? {
    if entries.isEmpty { return nil }
    let counts = file.counts
    let scores = entries.mapValues { entries in
      entries.reduce(0) { $0 + min($1.count, counts[$1.fingerprint] ?? 0) }
    }
    let best = scores.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { $0.value > 0 ? $0.key : nil }
  }
}
