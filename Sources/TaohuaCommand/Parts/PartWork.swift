internal import PhraseReport
internal import ShingleEngine
internal import Taohua

/// What the commands of an audit in parts share: the folder, the words, what is said of each part.
struct PartWork {
  let folder: String
  let settings: Settings
  let progress: ProgressLine

  init(folder: String, settings: Settings) {
    self.folder = folder
    self.settings = settings
    progress = ProgressLine(isQuiet: settings.flag(.quiet))
  }

  /// The audit that was begun in the folder.
  func parts() throws(CommandFailure) -> AuditParts {
    try call { () throws(PartError) in try AuditParts(folder: folder) }
  }

  /// An audit by `plan`, begun now or before.
  func parts(planned plan: AuditPlan) throws(CommandFailure) -> AuditParts {
    try call { () throws(PartError) in try AuditParts(folder: folder, plan: plan) }
  }

  func makeSplit(_ number: Int, of parts: AuditParts) throws {
    let outcome = try call { () throws(PartError) in
      try parts.makeSplit(number, jobs: settings.jobs, progress: progress.handler) { skipped in
        progress.pause()
        skipped.filter(\.isFailure).report()
      }
    }
    try say("split \(number) of \(parts.plan.splitCount)", outcome, "document")
  }

  func makeRange(_ number: Int, of parts: AuditParts) throws {
    let outcome = try call { () throws(PartError) in
      try parts.makeRange(number, jobs: settings.jobs)
    }
    try say("range \(number) of \(parts.plan.rangeCount)", outcome, "group")
  }

  /// The corpus, and the groups of its windows.
  func joined(_ parts: AuditParts) throws(CommandFailure) -> (Corpus, ShingleGroups) {
    let memory = try MemoryPlan(settings)
    return try call { () throws(PartError) in
      try parts.joined(jobs: settings.jobs, memory: memory)
    }
  }

  private func call<Result>(
    _ body: () throws(PartError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(PartError) { return try body() } catch { throw .parts(error, folder: folder) }
  }

  func say(_ plan: AuditPlan) throws {
    try say(
      "\(folder): \(CountedNoun.of(plan.fileCount, "file")) in "
        + "\(CountedNoun.of(plan.splitCount, "split")), \(CountedNoun.of(plan.rangeCount, "range"))"
    )
  }

  private func say(_ part: String, _ outcome: AuditParts.Outcome, _ what: String) throws {
    switch outcome {
    case .made(let count): try say("\(part): \(CountedNoun.of(count, what))")
    case .there: try say("\(part): is there already")
    }
  }

  private func say(_ text: String) throws {
    progress.pause()
    if !settings.flag(.quiet) { try StandardOutput.write(text + "\n") }
  }
}
