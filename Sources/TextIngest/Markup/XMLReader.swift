internal import CExpat
internal import Glibc

/// Takes the elements and the text of an XML document as they are read.
package protocol XMLHandler: AnyObject {
  /// Comes first, once: where the reader will be, whenever it is asked.
  func begin(_ place: XMLPlace)
  /// The number by which the handler wants to be told of elements called `name`; it is asked once
  /// for each name.
  func number(of name: XMLName) -> UInt8
  func start(_ element: UInt8, _ attributes: XMLAttributes)
  func end(_ element: UInt8)
  /// A stretch of text, of whole characters; one text may come in several.
  func add(_ text: UnsafeBufferPointer<UInt8>)
  /// A reference to an entity that was never declared: `nbsp` for `&nbsp;`.
  func addEntity(_ name: String)
}

extension XMLHandler {
  package func begin(_ place: XMLPlace) {}
  package func add(_ text: UnsafeBufferPointer<UInt8>) {}
  package func addEntity(_ name: String) {}
}

/// A name of an element with its namespace.
package struct XMLName: Hashable {
  /// The URI; empty where there is none.
  package var namespace: String
  package var local: String
}

/// Where in its document a reader is. Valid as long as the reader.
package struct XMLPlace {
  fileprivate let parser: XML_Parser

  /// The bytes of what the handler is told of: a tag, a stretch of text, a reference. At the end of an
  /// element without content they are none, behind its one tag.
  package var range: Range<Int> {
    let start = Int(XML_GetCurrentByteIndex(parser))
    return start..<start + Int(XML_GetCurrentByteCount(parser))
  }
}

/// Reads one XML document in pieces, with expat.
///
/// Nothing that the document names is loaded, and no entity is expanded: a document that declares
/// any is refused, and so is one that nests too deeply.
package final class XMLReader {
  /// What the reader is called in errors: a member of an archive.
  private let part: String
  private let handler: any XMLHandler
  private let parser: XML_Parser
  private let allowsDoctype: Bool
  /// The names that came first, as the parser writes them: most elements have one of them, and to look for it needs no
  /// text of our own.
  private var firstNumbers: [(name: UnsafeMutablePointer<CChar>, number: UInt8)] = []
  private var numbers: [String: UInt8] = [:]
  private var open: [UInt8] = []
  private var failure: DocumentError?

  /// What stands between the namespace and the local name in the parser's names.
  fileprivate static let separator: CChar = 1

  /// As many names come first.
  private static let firstNames = 16

  /// - Parameters:
  ///   - part: what the document is called in errors.
  ///   - handler: what is told of it.
  ///   - allowsDoctype: whether it may name a document type, as XHTML does. It may declare nothing
  ///     all the same; references to entities of the type come to the handler by their names.
  package init(part: String, handler: any XMLHandler, allowsDoctype: Bool = false) {
    self.part = part
    self.handler = handler
    self.allowsDoctype = allowsDoctype
    parser = XML_ParserCreateNS(nil, XMLReader.separator)!
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLReader.at($0).start($1!, $2) }, { user, _ in XMLReader.at(user).end() })
    XML_SetCharacterDataHandler(parser) { XMLReader.at($0).add($1!, Int($2)) }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, hasSubset in
      XMLReader.at(user).startDoctype(hasSubset: hasSubset != 0)
    }
    XML_SetEntityDeclHandler(parser) { user, _, _, _, _, _, _, _, _ in
      XMLReader.at(user).refuseEntities()
    }
    if allowsDoctype {
      _ = XML_UseForeignDTD(parser, XML_Bool(1))
      XML_SetSkippedEntityHandler(parser) { user, name, isParameter in
        if isParameter == 0 { XMLReader.at(user).handler.addEntity(String(cString: name!)) }
      }
    }
    handler.begin(XMLPlace(parser: parser))
  }

  deinit {
    XML_ParserFree(parser)
    for (name, _) in firstNumbers { free(name) }
  }

  /// Reads the next piece of the document.
  ///
  /// - Throws: ``IngestError/document(_:)`` where it is not well-formed or goes beyond a limit.
  package func read(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws(IngestError) {
    let bytes = piece.bindMemory(to: CChar.self)
    let status = XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    if let failure { throw .document(failure) }
    guard status != XML_STATUS_ERROR else {
      throw .document(
        .malformedXML(
          part: part, line: Int(XML_GetCurrentLineNumber(parser)),
          column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
          problem: String(cString: XML_ErrorString(XML_GetErrorCode(parser)))))
    }
  }
}

extension XMLReader {
  private static func at(_ user: UnsafeMutableRawPointer?) -> XMLReader {
    Unmanaged.fromOpaque(user!).takeUnretainedValue()
  }

  private func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard failure == nil else { return }
    guard open.count < DocumentLimits.xmlDepth else {
      return stop(.overLimit(.depth(DocumentLimits.xmlDepth, part: part)))
    }
    let number = number(of: name)
    open.append(number)
    handler.start(number, XMLAttributes(pairs: attributes))
  }

  private func end() {
    guard failure == nil, let number = open.popLast() else { return }
    handler.end(number)
  }

  private func add(_ text: UnsafePointer<CChar>, _ count: Int) {
    guard failure == nil else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: count) {
      handler.add(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  private func startDoctype(hasSubset: Bool) {
    if !allowsDoctype || hasSubset { refuseEntities() }
  }

  private func refuseEntities() {
    stop(.declaresEntities(part: part, line: Int(XML_GetCurrentLineNumber(parser))))
  }

  private func stop(_ reason: DocumentError) {
    if failure == nil { failure = reason }
    XML_StopParser(parser, XML_Bool(0))
  }

  private func number(of name: UnsafePointer<CChar>) -> UInt8 {
    for (known, number) in firstNumbers where strcmp(known, name) == 0 { return number }
    let whole = String(cString: name)
    if let number = numbers[whole] { return number }
    let parts = whole.split(separator: "\u{1}", omittingEmptySubsequences: false)
    let number = handler.number(
      of: parts.count == 2
        ? XMLName(namespace: String(parts[0]), local: String(parts[1]))
        : XMLName(namespace: "", local: whole))
    if firstNumbers.count < Self.firstNames, let copy = strdup(name) {
      firstNumbers.append((copy, number))
    } else {
      numbers[whole] = number
    }
    return number
  }
}

/// The attributes of an element, while its start is handled.
package struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the first attribute called `name`, of whichever namespace.
  package subscript(name: StaticString) -> String? {
    guard let pairs else { return nil }
    var index = 0
    while let candidate = pairs[index] {
      if Self.isCalled(candidate, name) { return pairs[index + 1].map { String(cString: $0) } }
      index += 2
    }
    return nil
  }

  private static func isCalled(_ candidate: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    var local = candidate
    var end = candidate
    while end.pointee != 0 {
      if end.pointee == XMLReader.separator { local = end + 1 }
      end += 1
    }
    guard end - local == name.utf8CodeUnitCount else { return false }
    return (0..<(end - local)).allSatisfy { UInt8(bitPattern: local[$0]) == name.utf8Start[$0] }
  }
}
