internal import Glibc
internal import TextIngest

/// Standard input as a document.
enum StandardInput {
  /// The bytes of standard input; of an endless one more than `limit`.
  ///
  /// - Throws: the `errno` of the call that failed.
  static func content(limit: Int) throws(SystemFailure) -> [UInt8] {
    try SmallFile.content(of: STDIN_FILENO, limit: limit)
  }

  /// The path of a temporary file that holds standard input.
  ///
  /// Documents are files to the reader, which asks their size; a pipe has none. The file has no
  /// name in any folder and is gone when the process ends.
  static func spooled(limit: Int) throws(CommandFailure) -> String {
    do throws(SystemFailure) {
      let content = try content(limit: limit)
      guard let stream = tmpfile() else { throw SystemFailure(errno: errno) }
      try FileDescriptor.write(content[...], to: fileno(stream))
      return "/proc/self/fd/\(fileno(stream))"
    } catch {
      throw .standardInput(errno: error.errno)
    }
  }
}
