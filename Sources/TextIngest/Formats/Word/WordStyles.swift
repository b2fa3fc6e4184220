/// What the styles of a Word document say of headings, lists and hidden text.
final class WordStyles: XMLHandler {
  /// A style by what it says itself; nil where it leaves that to the style that it is based on.
  private struct Style {
    var base: String?
    var outlineLevel: Int?
    var isHidden: Bool?
    var isListed: Bool?
    var isTitle = false
  }

  private enum Element: UInt8 {
    case other, ignored, style, name, basedOn, outlineLevel, numberingID, vanish
    case defaults
  }

  private var styles: [String: Style] = [:]
  private var defaultParagraph: String?
  private var hidesByDefault = false
  private var isInDefaults = false
  private var current: (id: String, style: Style)?
  private var ignoring = 0

  /// The level of the heading that paragraphs of `style` are, from 1; 0 for a title; nil for others.
  func headingLevel(_ style: String?) -> Int? {
    let style = style ?? defaultParagraph
    if let level = first(style, { $0.outlineLevel }) { return level < 9 ? level + 1 : nil }
    return first(style, { $0.isTitle ? true : nil }) == nil ? nil : 0
  }

  /// Whether paragraphs of `style` have a label of a list.
  func isListed(_ style: String?) -> Bool {
    first(style ?? defaultParagraph) { $0.isListed } ?? false
  }

  /// Whether runs of `run` in paragraphs of `paragraph` are hidden. The property toggles: two styles
  /// that both hide show (ISO/IEC 29500-1, 17.7.3).
  func hides(paragraph: String?, run: String?) -> Bool {
    if hidesByDefault { return true }
    let byParagraph = first(paragraph ?? defaultParagraph) { $0.isHidden } ?? false
    let byRun = first(run) { $0.isHidden } ?? false
    return byParagraph != byRun
  }

  /// What the first of a style and those that it is based on says.
  private func first<Value>(_ id: String?, _ value: (Style) -> Value?) -> Value? {
    var next = id
    // Styles may be based on each other in a circle.
    for _ in 0..<64 {
      guard let id = next, let style = styles[id] else { return nil }
      if let value = value(style) { return value }
      next = style.base
    }
    return nil
  }
}

extension WordStyles {
  func number(of name: XMLName) -> UInt8 {
    switch WordElement.named(name) {
    case .outlineLevel: return Element.outlineLevel.rawValue
    case .numberingID: return Element.numberingID.rawValue
    case .vanish: return Element.vanish.rawValue
    case .ignored: return Element.ignored.rawValue
    default: break
    }
    let element: Element =
      switch name.local {
      case "style": .style
      case "name": .name
      case "basedOn": .basedOn
      case "rPrDefault": .defaults
      // What a table style says of the first row, and so on.
      case "tblStylePr": .ignored
      default: .other
      }
    return element.rawValue
  }

  func start(_ element: UInt8, _ attributes: XMLAttributes) {
    if ignoring > 0 || element == Element.ignored.rawValue {
      ignoring += 1
      return
    }
    switch Element(rawValue: element) {
    case .style: startStyle(attributes)
    case .name: current?.style.isTitle = attributes["val"]?.lowercased() == "title"
    case .basedOn: current?.style.base = attributes["val"]
    case .outlineLevel: current?.style.outlineLevel = attributes["val"].flatMap { Int($0) }
    case .numberingID: current?.style.isListed = attributes["val"] != "0"
    case .vanish:
      let isHidden = attributes.isOn
      if isInDefaults { hidesByDefault = isHidden } else { current?.style.isHidden = isHidden }
    case .defaults: isInDefaults = true
    default: break
    }
  }

  func end(_ element: UInt8) {
    if ignoring > 0 {
      ignoring -= 1
      return
    }
    switch Element(rawValue: element) {
    case .style:
      if let current { styles[current.id] = current.style }
      current = nil
    case .defaults: isInDefaults = false
    default: break
    }
  }

  private func startStyle(_ attributes: XMLAttributes) {
    guard let id = attributes["styleId"] else { return }
    current = (id, Style())
    if attributes["type"] == "paragraph", attributes["default"].map(XMLAttributes.isTrue) ?? false {
      defaultParagraph = id
    }
  }
}

extension XMLAttributes {
  /// Whether a property that is on unless its value says otherwise is on.
  var isOn: Bool { self["val"].map(Self.isTrue) ?? true }

  static func isTrue(_ value: String) -> Bool { value != "0" && value != "false" && value != "off" }
}
