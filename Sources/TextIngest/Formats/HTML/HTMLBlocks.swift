/// Turns the elements and text of HTML, in the order of the document, into blocks.
struct HTMLBlocks {
  /// An open element.
  private struct Frame {
    var role: HTMLRole
    /// Of the blocks directly in it.
    var style: BlockStyle
    var keepsSpaces: Bool
    /// Whether its end ends a block.
    var isBlock: Bool
  }

  var writer = BlockWriter()
  private var frames: [Frame] = []
  /// What text outside of all elements would be in.
  private let root = Frame(
    role: .inline, style: BlockStyle(), keepsSpaces: false, isBlock: false)

  private var top: Frame { frames.last ?? root }

  /// Begins an element; its `end` must follow if the result is true.
  ///
  /// - Parameter attribute: the value of an attribute by its name.
  /// - Returns: whether what is in the element is to be read.
  mutating func start(_ role: HTMLRole, attribute: (StaticString) -> String?) -> Bool {
    switch role {
    case .ignored: return false
    case .left(let part):
      writer.omit(part)
      return false
    case .lineBreak:
      writer.breakLine()
      return false
    case .footer where top.role == .body:
      writer.omit(.footers)
      return false
    case .code where top.role == .preformatted:
      writer.omit(.codeBlocks)
      return false
    default: break
    }
    if let part = HTMLBlocks.omission(by: attribute) {
      writer.omit(part)
      return false
    }
    // Word processors and converters have no heading for the title.
    open(role == .block && attribute("class")?.lowercased() == "title" ? .heading(0) : role)
    return true
  }

  /// Ends the element that was begun last.
  mutating func end() {
    guard let frame = frames.popLast() else { return }
    if frame.isBlock { writer.beginBlock(top.style) }
  }

  /// Adds text, as it stands between tags, with its character references resolved.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard top.keepsSpaces else {
      writer.append(text, collapsesSpaces: true)
      return
    }
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { writer.breakLine() }
      writer.append(UnsafeBufferPointer(rebasing: line), collapsesSpaces: false)
    }
  }

  private mutating func open(_ role: HTMLRole) {
    var frame = Frame(
      role: role, style: top.style, keepsSpaces: top.keepsSpaces, isBlock: true)
    switch role {
    case .heading(let level): frame.style = frame.style.containing(.heading(level))
    case .cell: frame.style = frame.style.containing(.cell)
    case .preformatted: frame.keepsSpaces = true
    case .block, .body, .footer: break
    default: frame.isBlock = false
    }
    if frame.isBlock { writer.beginBlock(frame.style) }
    frames.append(frame)
  }

  /// What an element is by its attributes, if it is no prose.
  private static func omission(by attribute: (StaticString) -> String?) -> OmittedPart? {
    if attribute("hidden") != nil { return .hiddenText }
    if let style = attribute("style"), hides(style) { return .hiddenText }
    // So LibreOffice marks what stands above and below the pages.
    switch attribute("title") {
    case "header": return .headers
    case "footer": return .footers
    default: break
    }
    guard let role = attribute("role") ?? attribute("epub:type") else { return nil }
    switch role.lowercased() {
    case "navigation", "doc-toc", "toc": return .navigation
    case "contentinfo": return .footers
    case "doc-noteref", "noteref": return .noteMarks
    case "doc-pagebreak", "pagebreak": return .pageNumbers
    default: return nil
    }
  }

  private static func hides(_ style: String) -> Bool {
    let style = style.lowercased().filter { !$0.isWhitespace }
    return ["display:none", "visibility:hidden", "mso-hide:all"].contains { style.contains($0) }
  }
}
