internal import TextIngest

/// A Word document that is to be annotated: its map, and the bytes of what changes.
struct WordSource {
  let map: WordMap
  let main: XMLPart
  let comments: CommentsPart
  let names: WordNames

  init(_ content: [UInt8], _ map: WordMap) throws(WordMarkupError) {
    self.map = map
    let (main, comments) = try WordMarkup.reading { () throws(IngestError) in
      try ZipArchive.open(content) { (archive) throws(IngestError) in
        (try XMLPart(map.part, in: &archive), try CommentsPart(in: &archive, map))
      }
    }
    for part in [main] + comments.existing where !part.isUTF8 { throw .encoding(part: part.name) }
    self.main = main
    self.comments = comments
    names = WordNames(main, map)
  }
}

/// What elements and attributes of WordprocessingML are called where we put them.
struct WordNames {
  /// Inside of an element that says it.
  static let plain = WordNames(declaration: "")

  private let declaration: String

  private init(declaration: String) { self.declaration = declaration }

  /// Where the prefix `w` is what it is everywhere, it is used; else each element says what it means.
  init(_ part: XMLPart, _ map: WordMap) {
    let places = part.content.ranges(of: Array("xmlns:w=".utf8))
    let isCommon =
      places.count == 1 && map.root.contains(places[0].lowerBound)
      && part.content[(places[0].upperBound + 1)...].starts(with: map.namespace.utf8)
    declaration = isCommon ? "" : WordNames.declaration(of: map.namespace)
  }

  static func declaration(of namespace: String) -> String { " xmlns:w=\"\(namespace)\"" }

  /// `<w:name attributes>content</w:name>`, or one tag where there is no content.
  func element(_ name: String, _ attributes: String = "", _ content: String = "") -> String {
    let head = "<w:\(name)\(declaration)\(attributes.isEmpty ? "" : " ")\(attributes)"
    return content.isEmpty ? head + "/>" : "\(head)>\(content)</w:\(name)>"
  }
}
