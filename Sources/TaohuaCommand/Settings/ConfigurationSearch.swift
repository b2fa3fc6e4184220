internal import Glibc
internal import TextIngest

/// Finds the configuration file: `taohua.toml`, `.taohua.toml` or `[tool.taohua]` in
/// `pyproject.toml`, in the nearest folder from the working folder up to the repository's root.
enum ConfigurationSearch {
  /// The names, the deciding one first, and the keys that lead to the settings.
  private static let candidates: [(name: String, table: [String])] = [
    ("taohua.toml", []), (".taohua.toml", []), ("pyproject.toml", ["tool", "taohua"]),
  ]

  /// The configuration in or above `workingFolder`; nil where there is none.
  ///
  /// Outside of a repository the working folder alone is looked at: a file in a folder that many
  /// people write, such as /tmp, must not change an answer.
  static func nearest(to workingFolder: String) throws(CommandFailure) -> ConfigurationFile? {
    let folder = LexicalPath.components(of: workingFolder, in: "/")
    let top = IgnoreRules.repositoryRoot(of: folder) ?? folder.count
    for depth in (top...folder.count).reversed() {
      let prefix = Array(repeating: "..", count: folder.count - depth).joined(separator: "/")
      for (name, table) in candidates {
        let path = prefix.isEmpty ? name : prefix + "/" + name
        if let file = try load(path, table: table, folder: prefix, isOptional: true) { return file }
      }
    }
    return nil
  }

  /// The configuration file at `path`, which the user named.
  static func named(_ path: String) throws(CommandFailure) -> ConfigurationFile? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    let table = candidates.first { $0.name == name }?.table ?? []
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
    return try load(path, table: table, folder: folder, isOptional: false)
  }

  /// Reads `path`; nil where it is optional and absent, or has no settings for us.
  private static func load(
    _ path: String, table: [String], folder: String, isOptional: Bool
  ) throws(CommandFailure) -> ConfigurationFile? {
    let content: [UInt8]
    do throws(SystemFailure) {
      content = try SmallFile.content(of: path)
    } catch {
      if isOptional && error.errno == ENOENT { return nil }
      throw .configurationUnreadable(file: path, errno: error.errno)
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .notTOML(file: path, line: 1, column: 1, problem: "the file is not UTF-8")
    }
    if !table.isEmpty, isOptional {
      guard try ConfigurationFile.holds(table, text: text, path: path) else { return nil }
    }
    return try ConfigurationFile(path: path, text: text, table: table, folder: folder)
  }
}
