internal import TextIngest

/// A member of the archive that is XML, as its bytes are.
struct XMLPart {
  let name: String
  let content: [UInt8]

  init(_ name: String, in archive: inout ZipArchive) throws(IngestError) {
    self.name = name
    content = try archive.content(of: name)
  }

  /// Whether ASCII can be put into it as it is.
  var isUTF8: Bool {
    let head = content.prefix(200)
    if head.prefix(4).contains(0) || head.starts(with: [0xFE, 0xFF])
      || head.starts(with: [0xFF, 0xFE])
    {
      return false
    }
    let text = String(decoding: head, as: UTF8.self)
    guard text.hasPrefix("<?xml") || text.hasPrefix("\u{FEFF}<?xml"),
      let declaration = text.split(separator: "?>", maxSplits: 1).first,
      let encoding = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first
    else { return true }
    let name = encoding.drop { "= \t\r\n'\"".contains($0) }.prefix { $0 != "'" && $0 != "\"" }
    return ["utf-8", "us-ascii"].contains(name.lowercased())
  }

  /// The name of the element whose tag begins at `start`, with its prefix.
  func elementName(at start: Int) -> ArraySlice<UInt8> {
    content[(start + 1)...].prefix {
      $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
  }

  /// Whether `range` holds nothing but white space.
  func isBlank(_ range: Range<Int>) -> Bool { content[range].allSatisfy { $0 <= 0x20 } }
}

/// What there is to know of a part that is a list: where its root begins and ends, and what its items are
/// called by.
final class XMLList: XMLHandler {
  private(set) var root = 0..<0
  /// Where further items may be put in: before the root's end tag, or behind the one tag that it has.
  private(set) var end = 0..<0
  private(set) var keys: [String] = []

  private var depth = 0
  private let attribute: StaticString
  private var place: XMLPlace?

  /// - Parameter attribute: what items are called by.
  init(_ part: XMLPart, keys attribute: StaticString) throws(IngestError) {
    self.attribute = attribute
    let reader = XMLReader(part: part.name, handler: self)
    var failure: IngestError?
    part.content.withUnsafeBytes { bytes in
      do throws(IngestError) { try reader.read(bytes, isLast: true) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  func begin(_ place: XMLPlace) { self.place = place }

  func number(of name: XMLName) -> UInt8 { 0 }

  func start(_ element: UInt8, _ attributes: XMLAttributes) {
    depth += 1
    if depth == 1 { root = place?.range ?? root }
    if depth == 2, let key = attributes[attribute] { keys.append(key) }
  }

  func end(_ element: UInt8) {
    depth -= 1
    if depth == 0 { end = place?.range ?? end }
  }

  /// `part` with `items` behind its own.
  func adding(_ items: String, to part: XMLPart) throws(WordMarkupError) -> [UInt8] {
    var edits = XMLEdits(of: part.content)
    if end.isEmpty {
      // `<Types/>` has room for nothing.
      let slash = part.content[root].lastIndex(of: UInt8(ascii: "/")) ?? root.upperBound
      let name = part.elementName(at: root.lowerBound)
      edits.replace(slash..<root.upperBound, by: Array(">\(items)</".utf8) + name + Array(">".utf8))
    } else {
      edits.insert(items, at: end.lowerBound)
    }
    return try edits.applied(to: part.name)
  }

  /// Whether items without a prefix are items of the list.
  func isUnprefixed(in part: XMLPart) -> Bool {
    !part.elementName(at: root.lowerBound).contains(UInt8(ascii: ":"))
  }
}
