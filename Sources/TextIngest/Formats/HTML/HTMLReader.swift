internal import CGumbo
internal import Glibc

/// Reads HTML with a parser that follows the HTML5 standard, errors included.
enum HTMLReader {
  /// The text of the HTML file that consists of `content`.
  ///
  /// - Parameter encoding: the name of the encoding, whatever the file says.
  /// - Throws: what ``TextDecoder`` throws, or ``IngestError/document(_:)``.
  static func text(
    of content: [UInt8], encoding: String? = nil
  ) throws(IngestError) -> SourceText {
    let (html, encoding) = try HTMLEncoding.decoded(content, encoding: encoding)
    var blocks = HTMLBlocks()
    try read(html, into: &blocks)
    return blocks.writer.finish(format: .html, encoding: encoding)
  }

  /// Parses `html`, which is valid UTF-8, and hands its elements to `blocks`.
  static func read(_ html: [UInt8], into blocks: inout HTMLBlocks) throws(IngestError) {
    guard html.count <= DocumentLimits.htmlBytes else {
      throw .document(.overLimit(.bytes(DocumentLimits.htmlBytes)))
    }
    try NumericReferences.limited(html).withUnsafeBufferPointer { (bytes) throws(IngestError) in
      guard let base = bytes.baseAddress else { return }
      let tree = try parse(UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self), bytes.count)
      defer { cgumbo_free(tree) }
      walk(cgumbo_document(tree), &blocks)
    }
  }

  /// The character that HTML names `name`, or the reference to it as it would be shown.
  static func character(named name: String) -> String {
    var blocks = HTMLBlocks()
    // What stands around it keeps white space.
    let reference = "&\(name);"
    guard name.utf8.count <= 32, name.allSatisfy({ $0.isLetter || $0.isNumber }),
      (try? read(Array("<pre>.\(reference).".utf8), into: &blocks)) != nil
    else { return reference }
    let text = blocks.writer.finish(format: .html).content
    return String(decoding: text.dropFirst().dropLast(2), as: UTF8.self)
  }

  private static func parse(
    _ html: UnsafePointer<CChar>, _ count: Int
  ) throws(IngestError) -> OpaquePointer {
    let megabytes = Double(count) / 1_000_000
    let limits = CGumboLimits(
      memory: DocumentLimits.htmlTreeBytes + count * DocumentLimits.htmlTreeBytesPerByte,
      seconds: DocumentLimits.htmlSeconds + DocumentLimits.htmlSecondsPerMegabyte * megabytes,
      depth: UInt32(DocumentLimits.htmlDepth))
    var result = CGumboParsed
    if let tree = cgumbo_parse(html, count, limits, &result) { return tree }
    throw .document(.overLimit(reached(limits, result)))
  }

  private static func reached(
    _ limits: CGumboLimits, _ result: CGumboResult
  ) -> DocumentLimits.Reached {
    switch result {
    case CGumboTooDeep: .depth(DocumentLimits.htmlDepth, part: nil)
    case CGumboTooSlow: .parsing(seconds: Int(limits.seconds))
    default: .treeMemory(bytes: limits.memory)
    }
  }

  /// Visits the tree below `document` without recursion: it is as deep as the document likes.
  private static func walk(
    _ document: UnsafePointer<GumboNode>, _ blocks: inout HTMLBlocks
  ) {
    var node = document
    var isDone = !node.enter(&blocks)
    while true {
      if !isDone, let child = node.child(at: 0) {
        node = child
        isDone = !node.enter(&blocks)
        continue
      }
      if !isDone { node.leave(&blocks) }
      if node == document { return }
      guard let parent = node.parent else { return }
      let next = node.pointee.index_within_parent + 1
      if let sibling = parent.child(at: next) {
        node = sibling
        isDone = !node.enter(&blocks)
      } else {
        node = parent
        isDone = true
        node.leave(&blocks)
      }
    }
  }
}

extension UnsafePointer<GumboNode> {
  fileprivate var parent: UnsafePointer<GumboNode>? { UnsafePointer(pointee.parent) }

  fileprivate func child(at index: Int) -> UnsafePointer<GumboNode>? {
    let children: GumboVector
    switch pointee.type {
    case GUMBO_NODE_DOCUMENT: children = pointee.v.document.children
    case GUMBO_NODE_ELEMENT: children = pointee.v.element.children
    default: return nil
    }
    guard index < Int(children.length), let child = children.data[index] else { return nil }
    return UnsafePointer(child.assumingMemoryBound(to: GumboNode.self))
  }

  /// Hands the node to `blocks`; whether its children are to be visited.
  fileprivate func enter(_ blocks: inout HTMLBlocks) -> Bool {
    switch pointee.type {
    case GUMBO_NODE_DOCUMENT: return true
    case GUMBO_NODE_ELEMENT:
      let element = pointee.v.element
      return blocks.start(GumboRoles.shared.role(of: element)) { name in
        withUnsafePointer(to: element.attributes) { attributes in
          let name = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
          return gumbo_get_attribute(attributes, name).map { String(cString: $0.pointee.value) }
        }
      }
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      guard let text = pointee.v.text.text else { return false }
      let count = strlen(text)
      text.withMemoryRebound(to: UInt8.self, capacity: count) {
        blocks.add(UnsafeBufferPointer(start: $0, count: count))
      }
      return false
    case GUMBO_NODE_COMMENT:
      if let comment = pointee.v.text.text {
        blocks.writer.addComment(String(cString: comment))
      }
      return false
    default: return false
    }
  }

  fileprivate func leave(_ blocks: inout HTMLBlocks) {
    if pointee.type == GUMBO_NODE_ELEMENT { blocks.end() }
  }
}

/// The roles of elements by the parser's numbers.
private struct GumboRoles {
  static let shared = GumboRoles()

  private let roles: [HTMLRole]

  private init() {
    roles = (0..<GUMBO_TAG_LAST.rawValue).map { tag in
      gumbo_normalized_tagname(GumboTag(tag)).map { HTMLRole.named(String(cString: $0)) } ?? .inline
    }
  }

  func role(of element: GumboElement) -> HTMLRole {
    let tag = Int(element.tag.rawValue)
    return tag < roles.count ? roles[tag] : .inline
  }
}
