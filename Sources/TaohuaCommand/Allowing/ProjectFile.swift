internal import TextIngest

/// Files of a project in its folder `.taohua`.
enum ProjectFile {
  /// The nearest file `name` (`.taohua/…`), from the working folder up to the repository's root.
  static func nearest(_ name: String) -> String? {
    UpwardSearch.prefixes(from: WorkingFolder.path).map { $0 + name }.first(where: SmallFile.exists)
  }

  /// The folder that names in the file at `path` are relative to, an absolute path: the one that holds
  /// `.taohua`, else the working folder.
  static func folder(of path: String) -> String {
    let working = WorkingFolder.path
    let parts = LexicalPath.components(of: path, in: working)
    guard parts.count >= 2, parts[parts.count - 2] == ".taohua" else { return working }
    return "/" + parts.dropLast(2).joined(separator: "/")
  }
}
