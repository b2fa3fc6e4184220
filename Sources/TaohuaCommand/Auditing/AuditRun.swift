internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine
internal import Taohua

/// From a corpus to its reports: what an audit does once its documents are there, wherever they were read.
struct AuditRun {
  let settings: Settings
  /// With which the corpus is counted.
  var auditSettings: AuditSettings
  let options: AuditOptions
  let outputs: AuditOutputs
  let progress: ProgressLine

  /// - Parameters:
  ///   - inputs: the paths that were named.
  init(
    _ settings: Settings, _ options: AuditOptions, inputs: [String], progress: ProgressLine
  ) throws(CommandFailure) {
    self.settings = settings
    self.options = options
    self.progress = progress
    auditSettings = settings.audit
    outputs = AuditOutputs(
      settings: settings, inputs: inputs, namesFolder: options.output != nil,
      namesFormat: options.format != nil)
    try ReportWriter.check(outputs.files)
  }

  /// Audits `corpus` and writes the reports.
  ///
  /// - Parameters:
  ///   - windows: the groups of its windows, if they are known.
  ///   - covers: whether everything at a path, absolute, was looked through.
  func run(
    _ corpus: Corpus, windows: consuming ShingleGroups? = nil, covers: (String) -> Bool
  ) throws {
    var auditSettings = auditSettings
    try corpus.require(auditSettings.countBy)
    let allowList = try AllowList(settings)
    auditSettings.allowed = allowList.entries
    var report = Audit.run(
      corpus, settings: auditSettings, windows: windows, progress: progress.handler)
    report.add(
      allowList.review(used: report.usedEntries) { path in
        corpus.failures.isEmpty && covers(path)
      })
    progress.end()
    if settings.flag(.anonymise) { report.anonymise() }
    if !settings.flag(.text) { report.dropTexts() }
    // The engine has done its work: its memory is the writers'.
    MappedMemory.trim()
    try outputs.write(report)
    if options.open { outputs.open() }
    if !corpus.failures.isEmpty { throw ExitStatus.failure }
    if report.meets(settings.list(.failOn)) { throw ExitStatus.findings }
  }
}

extension Corpus {
  /// - Throws: `CommandFailure.unknownMetadataKey` if no document can have `key`.
  fileprivate func require(_ key: CountingKey?) throws(CommandFailure) {
    guard let key, !key.isKnown, !givenKeys.contains(key.rawValue) else { return }
    throw .unknownMetadataKey(key.rawValue, given: givenKeys)
  }
}

extension AuditReport {
  /// Whether one of `conditions`, names of `FailureCondition`, holds.
  fileprivate func meets(_ conditions: [String]) -> Bool {
    conditions.compactMap { FailureCondition(rawValue: $0) }.contains { condition in
      switch condition {
      case .stock: corpus.classes[.stock] > 0
      case .copied: !pairs.isEmpty
      case .duplicates: !corpus.duplicates.isEmpty
      }
    }
  }
}
