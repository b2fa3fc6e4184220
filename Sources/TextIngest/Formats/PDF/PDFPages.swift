/// The lines of a document's pages, as `pdftotext -bbox-layout` gives them, in its order.
final class PDFPages: XMLHandler {
  private enum Element: UInt8 { case other, page, line, word }

  private(set) var lines: [PDFLine] = []
  /// The number of pages.
  private(set) var count = 0
  private var isInWord = false
  private var word: [UInt8] = []

  func number(of name: XMLName) -> UInt8 {
    let element: Element =
      switch name.local {
      case "page": .page
      case "line": .line
      case "word": .word
      default: .other
      }
    return element.rawValue
  }

  func start(_ element: UInt8, _ attributes: XMLAttributes) {
    switch Element(rawValue: element) {
    case .page: count += 1
    case .line:
      lines.append(
        PDFLine(
          page: count - 1, left: attributes.points("xMin"), top: attributes.points("yMin"),
          right: attributes.points("xMax"), bottom: attributes.points("yMax"), text: ""))
    case .word: isInWord = true
    default: break
    }
  }

  func end(_ element: UInt8) {
    switch Element(rawValue: element) {
    case .word:
      isInWord = false
      addWord()
    case .line: if lines.last?.text.isEmpty == true { lines.removeLast() }
    default: break
    }
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {
    if isInWord { word += text }
  }

  private func addWord() {
    defer { word.removeAll(keepingCapacity: true) }
    guard let last = lines.indices.last, !word.isEmpty else { return }
    if !lines[last].text.isEmpty { lines[last].text += " " }
    lines[last].text += String(decoding: word, as: UTF8.self)
  }
}

extension XMLAttributes {
  /// A length; 0 where there is none that makes sense.
  fileprivate func points(_ name: StaticString) -> Double {
    guard let value = self[name].flatMap({ Double($0) }), value.isFinite else { return 0 }
    return min(max(value, -1e6), 1e6)
  }
}
