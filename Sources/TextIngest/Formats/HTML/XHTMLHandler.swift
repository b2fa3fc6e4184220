/// Hands the elements of XHTML to the blocks of HTML.
///
/// XHTML is not HTML: `<title/>` is an empty title, which HTML takes for the start of one.
final class XHTMLHandler: XMLHandler {
  var blocks = HTMLBlocks()
  /// The roles of the numbers that were given.
  private var roles: [HTMLRole] = [.inline]
  /// Open elements of which the outermost is left out.
  private var ignoring = 0
  private var entities: [String: String] = [:]

  func number(of name: XMLName) -> UInt8 {
    let role = HTMLRole.named(name.local.lowercased())
    guard role != .inline, roles.count < 256 else { return 0 }
    roles.append(role)
    return UInt8(roles.count - 1)
  }

  func start(_ element: UInt8, _ attributes: XMLAttributes) {
    guard ignoring == 0 else {
      ignoring += 1
      return
    }
    let isRead = blocks.start(roles[Int(element)]) { name in
      // Attributes come by their local names.
      name.isEqual(to: "epub:type") ? attributes["type"] : attributes[name]
    }
    if !isRead { ignoring = 1 }
  }

  func end(_ element: UInt8) {
    if ignoring > 0 { ignoring -= 1 } else { blocks.end() }
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {
    if ignoring == 0 { blocks.add(text) }
  }

  /// The document type of XHTML declares the names that HTML has.
  func addEntity(_ name: String) {
    guard ignoring == 0 else { return }
    let text = entities[name] ?? HTMLReader.character(named: name)
    entities[name] = text
    blocks.writer.append(text)
  }
}

extension StaticString {
  fileprivate func isEqual(to other: StaticString) -> Bool {
    utf8CodeUnitCount == other.utf8CodeUnitCount
      && (0..<utf8CodeUnitCount).allSatisfy { utf8Start[$0] == other.utf8Start[$0] }
  }
}
