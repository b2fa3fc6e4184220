internal import ArgumentParser
internal import PhraseReport
internal import Taohua

/// `taohua baseline write`.
struct BaselineWriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Writes down the findings of drafts as known.",
    discussion: """
      Those of files that are not named stay as they are; those of files that are gone are dropped. A \
      baseline that is there does not grow unless --allow-growth is given.
      """)

  @Argument(help: ArgumentHelp("Drafts (default: this folder).", valueName: "draft"))
  var drafts: [String] = []

  @Flag(help: "Take new findings in.")
  var allowGrowth = false

  @OptionGroup var options: BaselineRunOptions

  func run() throws {
    let run = try BaselineRun(drafts, options)
    if run.store.isThere, run.review.growth > 0, !allowGrowth {
      throw CommandFailure.baselineGrows(
        file: run.store.path, by: run.review.growth,
        first: run.review.added.prefix(3).map { "\($0.path): \($0.rule.noun) '\($0.words)'" })
    }
    try run.write(run.review.updated(growing: true), added: run.review.growth)
  }
}

/// `taohua baseline prune`.
struct BaselinePruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Drops known findings that drafts no longer have.",
    discussion: "New findings are not taken in; files that are not named stay as they are.")

  @Argument(help: ArgumentHelp("Drafts (default: this folder).", valueName: "draft"))
  var drafts: [String] = []

  @OptionGroup var options: BaselineRunOptions

  func run() throws {
    let run = try BaselineRun(drafts, options)
    guard run.store.isThere else { throw CommandFailure.noBaseline(run.store.path) }
    try run.write(run.review.updated(growing: false), added: 0)
  }
}

extension BaselineRun {
  /// Writes `baseline`, and says what changed.
  fileprivate func write(_ baseline: Baseline, added: Int) throws(CommandFailure) {
    try store.write(baseline)
    let findings = baseline.entries.reduce(0) { $0 + $1.count }
    let files = Set(baseline.entries.map(\.path)).count
    StandardError.line(
      "\(store.path): +\(added) −\(review.loss), \(CountedNoun.of(findings, "finding")) of "
        + CountedNoun.of(files, "file"))
  }
}
