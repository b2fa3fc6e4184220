internal import Glibc

/// The few questions that discovery asks the system.
package enum FileSystem {
  /// What `path` leads to, symbolic links followed.
  static func status(of path: String) throws(SystemFailure) -> stat {
    var result = stat()
    guard stat(path, &result) == 0 else { throw SystemFailure(errno: errno) }
    return result
  }

  static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  static func isRegularFile(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

  /// Whether anything stands at `path`, be it a dangling link.
  package static func exists(_ path: String) -> Bool {
    var result = stat()
    return lstat(path, &result) == 0
  }

  /// The absolute path without symbolic links; nil where there is none.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  /// The bytes of a small file, or its first ones; empty where there is none.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: how many bytes to read.
  /// - Throws: the `errno` of the call that failed, unless it says that the file does not exist.
  static func content(ofSmallFile path: String, limit: Int = .max) throws(SystemFailure) -> [UInt8]
  {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw SystemFailure(errno: errno)
    }
    defer { close(file) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while content.count < limit {
      let count = read(file, &buffer, min(buffer.count, limit - content.count))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure(errno: errno) }
      if count == 0 { return content }
      content += buffer[..<count]
    }
    return content
  }
}
