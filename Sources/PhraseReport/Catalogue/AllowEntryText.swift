/// An entry of an allow list as it stands in `.taohua/allow.toml`.
package struct AllowEntryText: Sendable {
  /// The id of a family, or the fingerprint of a finding.
  package var id: String?
  package var phrase = ""
  package var reason = ""
  package var isExact = false
  package var paths: [String] = []
  package var expires: String?

  package init(id: String?, phrase: String = "", reason: String = "") {
    self.id = id
    self.phrase = phrase
    self.reason = reason
  }

  /// The lines of the entry, each ended.
  package var text: String {
    var text = "[[allow]]\n"
    if let id { text += "id = \(QuotedText.quoted(id))\n" }
    if !phrase.isEmpty { text += "phrase = \(QuotedText.quoted(phrase))\n" }
    text += "reason = \(QuotedText.quoted(reason))\n"
    if isExact { text += "exact = true\n" }
    if !paths.isEmpty {
      text += "paths = [\(paths.map(QuotedText.quoted).joined(separator: ", "))]\n"
    }
    if let expires { text += "expires = \(QuotedText.quoted(expires))\n" }
    return text
  }
}
