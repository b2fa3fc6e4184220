internal import Glibc

/// A place where a report goes.
struct OutputPath {
  /// As the user sees it.
  let path: String
  /// Where it really is: a link is written through, not replaced.
  let target: String
  /// The permissions of the file that is there, to be kept; nil where there is none.
  let mode: mode_t?
  /// A pipe or device such as /dev/stdout, which is written as it stands.
  let isSpecial: Bool
  private let isFolder: Bool

  init(_ path: String) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else {
      (target, mode, isSpecial, isFolder) = (path, nil, false, false)
      return
    }
    let type = status.st_mode & S_IFMT
    isFolder = type == S_IFDIR
    isSpecial = type != S_IFDIR && type != S_IFREG
    mode = status.st_mode & 0o7777
    target = OutputPath.resolved(path) ?? path
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether it is the file at `path`, by whatever name.
  func isSame(as path: String) -> Bool {
    var own = stat()
    var other = stat()
    return stat(target, &own) == 0 && stat(path, &other) == 0 && own.st_dev == other.st_dev
      && own.st_ino == other.st_ino
  }

  /// The file `name` in `folder`.
  static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder of the target.
  var folder: String {
    guard let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == target.startIndex ? "/" : String(target[..<slash])
  }

  /// The last component of the target.
  var fileName: String {
    guard let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) else { return target }
    return String(target[slash...].dropFirst())
  }

  /// Whether a report could be written here now.
  func check() throws(CommandFailure) {
    if isFolder { throw .notAFile(path: path) }
    if isSpecial { return }
    var folder = folder
    var status = stat()
    while stat(folder, &status) != 0 {
      guard errno == ENOENT else {
        if errno == ENOTDIR { throw .notAFolder(path: OutputPath.firstFile(above: folder)) }
        throw .unwritable(path: folder, errno: errno)
      }
      folder = OutputPath.parent(of: folder)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: folder) }
    guard access(folder, W_OK | X_OK) == 0 else { throw .unwritable(path: folder, errno: errno) }
  }

  /// Makes the folder of the target and those above it.
  func makeFolder() throws(CommandFailure) { try OutputPath.make(folder) }

  private static func make(_ folder: String) throws(CommandFailure) {
    var status = stat()
    if stat(folder, &status) == 0 { return }
    let parent = parent(of: folder)
    if parent != folder { try make(parent) }
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw .unwritable(path: folder, errno: errno)
    }
  }

  private static func parent(of folder: String) -> String {
    guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return folder == "." ? "/" : "."
    }
    return slash == folder.startIndex ? "/" : String(folder[..<slash])
  }

  /// The ancestor of `folder` that is a file.
  private static func firstFile(above folder: String) -> String {
    var path = folder
    var status = stat()
    while stat(path, &status) != 0, path != parent(of: path) { path = parent(of: path) }
    return path
  }
}
