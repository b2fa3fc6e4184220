internal import Glibc
internal import TextIngest

/// Where the program was started.
enum WorkingFolder {
  /// The absolute path; `/` where the folder is gone.
  static var path: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The absolute path of `path`, without `.` and `..`.
  static func absolute(_ path: String) -> String {
    "/" + LexicalPath.components(of: path, in: self.path).joined(separator: "/")
  }
}
