internal import Glibc
internal import TextIngest

extension InputPath {
  /// Standard input is a file without a name: it is what the user calls it.
  private var isUnnamed: Bool { path.isEmpty || path.hasPrefix("/proc/self/fd/") }

  /// Where it is, as far as there is a place.
  var location: String { isUnnamed ? name : path }

  /// What the file is called from `folder`, the root of a project: relative below it, else absolute.
  /// Whoever asks in whatever folder gets the same answer.
  ///
  /// - Parameter folder: an absolute path without links.
  package func path(in folder: String) -> String {
    let own = location
    if !isUnnamed, let real = realpath(own, nil) {
      defer { free(real) }
      return LexicalPath.normalised(String(cString: real), in: folder)
    }
    guard !own.hasPrefix("/"), let working = getcwd(nil, 0) else {
      return LexicalPath.normalised(own, in: folder)
    }
    defer { free(working) }
    return LexicalPath.normalised(String(cString: working) + "/" + own, in: folder)
  }
}
