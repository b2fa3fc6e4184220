internal import Glibc

/// Where the program was started.
enum WorkingFolder {
  /// The absolute path; `/` where the folder is gone.
  static var path: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
