/// Why a finding does not count: somebody said so, with a reason. It stays in the report, blocks nothing
/// and is not listed.
package struct Suppression: Hashable, Sendable {
  /// What said so.
  package enum Layer: String, Sendable {
    /// A comment in the document itself.
    case comment
    /// An entry of the allow list that names the finding by its fingerprint.
    case allowList = "allow-list"
  }

  package var by: Layer
  package var reason: String
  /// Where that stands, from 1.
  package var line: Int

  package init(by: Layer, reason: String, line: Int) {
    self.by = by
    self.reason = reason
    self.line = line
  }
}
