internal import PhraseReport
internal import TextIngest

/// The part of a document that has its comments, and the lists that must name it.
struct CommentsPart {
  private let name: String
  /// The part, where there is one.
  private let comments: XMLPart?
  private let types: XMLPart
  /// The name of the list of relations, and the list where there is one.
  private let relationsName: String
  private let relations: XMLPart?
  /// Whether the relations name the part.
  private let isNamed: Bool
  private let namespace: String
  /// What the first new comment is numbered.
  let firstNumber: Int

  init(in archive: inout ZipArchive, _ map: WordMap) throws(IngestError) {
    namespace = map.namespace
    types = try XMLPart("[Content_Types].xml", in: &archive)
    relationsName = PackageRelations.list(of: map.part)
    relations =
      archive.has(relationsName) ? try XMLPart(relationsName, in: &archive) : nil
    let related = try PackageRelations.of(map.part, in: &archive).first { $0.type == "comments" }
    isNamed = related != nil
    name = related?.part ?? Self.newName(beside: map.part, in: archive)
    comments = archive.has(name) ? try XMLPart(name, in: &archive) : nil
    let numbers = try comments.map { (part) throws(IngestError) in
      try XMLList(part, keys: "id").keys
    }
    firstNumber =
      ((numbers ?? []).compactMap { Int($0) } + [map.lastComment ?? -1])
      .filter { $0 < Self.numberLimit }.max().map { max(0, $0 + 1) } ?? 0
  }

  /// The parts that are there already and may change.
  var existing: [XMLPart] { [types] + [comments, relations].compactMap { $0 } }

  /// `comments.xml` beside the main part, or the first such name that is free.
  private static func newName(beside part: String, in archive: borrowing ZipArchive) -> String {
    let folder = part.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(part[...$0]) } ?? ""
    var name = folder + "comments.xml"
    var number = 2
    while archive.has(name) {
      name = "\(folder)comments\(number).xml"
      number += 1
    }
    return name
  }

  /// The members that change or are new for `placed`.
  func parts(
    with placed: [CommentAnchoring.Placed], date: String?
  ) throws(WordMarkupError) -> [(name: String, content: [UInt8])] {
    if placed.isEmpty { return [] }
    var parts = [(name: name, content: try withComments(placed, date))]
    if comments == nil, let content = try typesWithPart() { parts.append((types.name, content)) }
    if !isNamed { parts.append((relationsName, try relationsWithPart())) }
    return parts
  }

  private func withComments(
    _ placed: [CommentAnchoring.Placed], _ date: String?
  ) throws(WordMarkupError) -> [UInt8] {
    guard let comments else {
      let items = placed.map { CommentXML.element($0, date: date, declaration: "") }.joined()
      let declaration = WordNames.declaration(of: namespace)
      return Array((Self.head + "<w:comments\(declaration)>\(items)</w:comments>").utf8)
    }
    let declaration = WordNames.declaration(of: namespace)
    let items = placed.map { CommentXML.element($0, date: date, declaration: declaration) }
    return try list(comments, "id").adding(items.joined(), to: comments)
  }

  /// The list of types with one for the new part; nil where it has one already.
  private func typesWithPart() throws(WordMarkupError) -> [UInt8]? {
    let list = try list(types, "PartName")
    if list.keys.contains(where: { $0.lowercased() == "/" + name.lowercased() }) { return nil }
    let item = Self.item(
      "Override", in: "http://schemas.openxmlformats.org/package/2006/content-types",
      isDeclared: list.isUnprefixed(in: types),
      """
      PartName="/\(XMLText.escaped(name))" ContentType="application/\
      vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
      """)
    return try list.adding(item, to: types)
  }

  private func relationsWithPart() throws(WordMarkupError) -> [UInt8] {
    let list = try relations.map { (part) throws(WordMarkupError) in try self.list(part, "Id") }
    var id = "rIdTaohua"
    while list?.keys.contains(id) ?? false { id += "1" }
    let types =
      namespace.hasPrefix("http://purl.oclc.org/")
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    let target = name.split(separator: "/").last.map(String.init) ?? name
    let attributes = "Id=\"\(id)\" Type=\"\(types)\" Target=\"\(XMLText.escaped(target))\""
    guard let list, let relations else {
      let item = Self.item("Relationship", in: space, isDeclared: true, attributes)
      return Array((Self.head + "<Relationships xmlns=\"\(space)\">\(item)</Relationships>").utf8)
    }
    let isDeclared = list.isUnprefixed(in: relations)
    return try list.adding(
      Self.item("Relationship", in: space, isDeclared: isDeclared, attributes), to: relations)
  }

  private func list(
    _ part: XMLPart, _ attribute: StaticString
  ) throws(WordMarkupError) -> XMLList {
    try WordMarkup.reading { () throws(IngestError) in try XMLList(part, keys: attribute) }
  }

  /// Word's numbers have 32 bits; nobody's comments reach so far.
  private static let numberLimit = 1 << 30

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  private static func item(
    _ name: String, in namespace: String, isDeclared: Bool, _ attributes: String
  ) -> String {
    "<\(name)\(isDeclared ? "" : " xmlns=\"\(namespace)\"") \(attributes)/>"
  }
}
