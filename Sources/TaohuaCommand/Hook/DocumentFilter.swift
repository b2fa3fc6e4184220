internal import TextIngest

/// Which files of a repository are documents of ours: by name, `.taohuaignore`, and the attributes
/// `linguist-generated` and `linguist-vendored`.
///
/// `.gitignore` does not matter: what git tracks is not ignored.
struct DocumentFilter {
  private let repository: GitRepository
  /// By folder, from the top.
  private var rules: [[[UInt8]]: IgnoreRules] = [:]

  init(_ repository: GitRepository) { self.repository = repository }

  /// Whether the name is that of a document.
  static func isDocument(_ path: GitPath) -> Bool {
    TextFormat.verdict(ofFileName: String(decoding: path.bytes, as: UTF8.self)) != .unknown
  }

  /// Whether the file decides which others are documents of ours.
  static func decides(_ path: GitPath) -> Bool {
    let name = path.components.last ?? []
    return name.elementsEqual(IgnoreRules.ownFileName.utf8)
      || name.elementsEqual(".gitattributes".utf8)
  }

  /// The documents of `paths`, in their order.
  ///
  /// - Throws: `CommandFailure`.
  mutating func documents(among paths: [GitPath]) throws(CommandFailure) -> [GitPath] {
    var documents: [GitPath] = []
    for path in paths where Self.isDocument(path) {
      if try !isIgnored(path) { documents.append(path) }
    }
    let others = try Git.ask { [documents] () throws(GitFailure) in
      try GitAttributes.notOurs(among: documents, in: repository)
    }
    return others.isEmpty ? documents : documents.filter { !others.contains($0) }
  }

  /// Whether `.taohuaignore` names `path` or a folder above it.
  mutating func isIgnored(_ path: GitPath) throws(CommandFailure) -> Bool {
    let parts = path.components
    for end in 1...parts.count {
      let rules = try rules(of: Array(parts[..<(end - 1)]))
      if rules.ignores(Array(parts[..<end]), isFolder: end < parts.count) { return true }
    }
    return false
  }

  private mutating func rules(of folder: [[UInt8]]) throws(CommandFailure) -> IgnoreRules {
    if let known = rules[folder] { return known }
    let parent = folder.isEmpty ? nil : try rules(of: Array(folder.dropLast()))
    let names = repository.top + folder.map { String(decoding: $0, as: UTF8.self) }
    let path = "/" + (names + [IgnoreRules.ownFileName]).joined(separator: "/")
    let content: [UInt8]
    do throws(SystemFailure) {
      content = SmallFile.exists(path) ? try SmallFile.content(of: path) : []
    } catch {
      throw .configurationUnreadable(file: path, errno: error.errno)
    }
    let rules = IgnoreRules(parent: parent, depth: folder.count, contents: [content, []])
    self.rules[folder] = rules
    return rules
  }
}
