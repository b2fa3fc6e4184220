internal import PhraseMining

/// The look of terminal output: the 16-colour palette, or nothing.
///
/// Nothing is said by colour alone: what is coloured has a word or a mark beside it.
package struct TerminalStyle: Hashable, Sendable {
  package var isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  package static let plain = TerminalStyle(isColored: false)

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func red(_ text: String) -> String { paint(text, "31") }

  /// `text` underlined in the colour of its class.
  func marked(_ text: String, as tokenClass: TokenClass) -> String {
    switch tokenClass {
    case .stock: paint(text, "4;33")
    case .borrowed: paint(text, "4;31")
    case .shared: paint(text, "4;35")
    case .repeated: paint(text, "4;36")
    case .allowed: paint(text, "4;90")
    case .original: text
    }
  }

  private func paint(_ text: String, _ codes: String) -> String {
    isColored ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
  }
}
