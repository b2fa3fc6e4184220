/// Whether the check passes, and why not.
package struct Gate: Hashable, Sendable {
  package var failed: Bool
  /// What blocks, counted in words, file by file.
  package var reasons: [String]
  /// What it was judged by.
  package var settings: GateSettings

  package init(failed: Bool, reasons: [String], settings: GateSettings = GateSettings()) {
    self.failed = failed
    self.reasons = reasons
    self.settings = settings
  }

  /// Before anything was judged.
  package static let open = Gate(failed: false, reasons: [])
}
