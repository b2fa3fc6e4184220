/// Whether the check passes, and why not.
package struct Gate: Hashable, Sendable {
  /// What blocks, file by file.
  package var causes: [GateReason]
  /// What it was judged by.
  package var settings: GateSettings

  package init(_ causes: [GateReason] = [], settings: GateSettings = GateSettings()) {
    self.causes = causes
    self.settings = settings
  }

  package var failed: Bool { !causes.isEmpty }

  /// The causes in English, as machine-readable formats have them.
  package var reasons: [String] { reasons(in: .english) }

  package func reasons(in language: ReportLanguage) -> [String] {
    causes.map { $0.text(in: language) }
  }
}
