/// What the styles of an OpenDocument say of titles and hidden text.
final class OpenDocumentStyles: XMLHandler {
  private struct Style {
    var base: String?
    var isHidden: Bool?
  }

  /// By family and name.
  private var styles: [String: Style] = [:]
  private var current: (key: String, style: Style)?

  /// Whether text of the style is hidden.
  ///
  /// - Parameters:
  ///   - name: of the style.
  ///   - family: `text` or `paragraph`.
  func hides(_ name: String?, family: String) -> Bool? {
    first(name, family: family) { _, style in style.isHidden }
  }

  /// Whether paragraphs of the style are titles: there is no heading for them.
  func isTitle(_ name: String?) -> Bool {
    first(name, family: "paragraph") { name, _ in name == "Title" ? true : nil } ?? false
  }

  /// What the first of a style and those that it is based on says.
  private func first<Value>(
    _ name: String?, family: String, _ value: (String, Style) -> Value?
  ) -> Value? {
    var next = name
    // Styles may be based on each other in a circle.
    for _ in 0..<64 {
      guard let name = next, let style = styles["\(family) \(name)"] else { return nil }
      if let value = value(name, style) { return value }
      next = style.base
    }
    return nil
  }

  func number(of name: XMLName) -> UInt8 { OpenDocumentElement.named(name).rawValue }

  func start(_ element: UInt8, _ attributes: XMLAttributes) {
    switch OpenDocumentElement(rawValue: element) {
    case .style:
      guard let name = attributes["name"], let family = attributes["family"] else { return }
      current = ("\(family) \(name)", Style(base: attributes["parent-style-name"]))
    case .textProperties:
      if let display = attributes["display"] { current?.style.isHidden = display == "none" }
    default: break
    }
  }

  func end(_ element: UInt8) {
    guard OpenDocumentElement(rawValue: element) == .style else { return }
    if let current { styles[current.key] = current.style }
    current = nil
  }
}
