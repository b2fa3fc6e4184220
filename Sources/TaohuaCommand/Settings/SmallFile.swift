internal import Glibc
internal import TextIngest

/// Reads what is needed whole and is never large: a configuration file, a list of paths, a pipe.
enum SmallFile {
  /// The bytes of the file at `path`.
  ///
  /// - Throws: the `errno` of the call that failed.
  static func content(of path: String) throws(SystemFailure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemFailure(errno: errno) }
    defer { close(file) }
    return try content(of: file)
  }

  /// Whether anything stands at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The bytes that are left in the open file, as far as `limit` and perhaps a little further.
  static func content(of file: Int32, limit: Int = .max) throws(SystemFailure) -> [UInt8] {
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure(errno: errno) }
      if count == 0 || content.count > limit { return content }
      content += buffer[..<count]
    }
  }
}
