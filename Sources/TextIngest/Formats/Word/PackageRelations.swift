/// The relations of a part of an Office package: which other parts belong to it, and what they are.
package final class PackageRelations: XMLHandler {
  /// A part that belongs to another.
  package struct Relation {
    /// The last component of its type: `styles`, `footnotes`, …
    package var type: String
    /// The name of the part in the archive.
    package var part: String
  }

  package private(set) var relations: [Relation] = []
  /// The folder that targets are relative to.
  private let folder: [String]

  /// Reads the relations of `part`; none where the archive has no list of them.
  package static func of(
    _ part: String, in archive: inout ZipArchive
  ) throws(IngestError) -> [Relation] {
    let list = list(of: part)
    let folder = part.split(separator: "/").map(String.init).dropLast()
    guard archive.has(list) else { return [] }
    let relations = PackageRelations(folder: Array(folder))
    try archive.read(list, into: relations)
    return relations.relations
  }

  /// The name of the list of relations of `part`.
  package static func list(of part: String) -> String {
    var folder = part.split(separator: "/").map(String.init)
    let name = folder.popLast() ?? ""
    return (folder + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  private init(folder: [String]) { self.folder = folder }

  package func number(of name: XMLName) -> UInt8 { name.local == "Relationship" ? 1 : 0 }

  package func start(_ element: UInt8, _ attributes: XMLAttributes) {
    guard element == 1, attributes["TargetMode"] != "External", let type = attributes["Type"],
      let target = attributes["Target"]
    else { return }
    let last = type.split(separator: "/").last.map(String.init) ?? ""
    relations.append(Relation(type: last, part: ArchivePath.resolved(target, from: folder)))
  }

  package func end(_ element: UInt8) {}
}
