/// What is tried with bytes of any sort: an error or a right answer, never a crash, never a hang.
enum FuzzTarget: String, CaseIterable {
  case text, html, archive, markup
  case configuration, allow, baseline, query, tables, git
  case report, index, parts, engine
  case forgedIndex, forgedParts

  /// Tries `bytes`; stops the program if a promise is broken.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .text: DocumentTargets.text(bytes)
    case .html: DocumentTargets.html(bytes)
    case .archive: DocumentTargets.archive(bytes)
    case .markup: DocumentTargets.markup(bytes)
    case .configuration: SettingTargets.configuration(bytes)
    case .allow: SettingTargets.allow(bytes)
    case .baseline: SettingTargets.baseline(bytes)
    case .query: QueryTarget.run(bytes)
    case .tables: SettingTargets.tables(bytes)
    case .git: SettingTargets.git(bytes)
    case .report: ReportTarget.run(bytes)
    case .index: IndexTarget.run(bytes)
    case .parts: PartsTarget.run(bytes)
    case .engine: EngineTarget.run(bytes)
    case .forgedIndex: IndexTarget.forged(bytes)
    case .forgedParts: PartsTarget.forged(bytes)
    }
  }
}
