internal import Glibc
internal import TextIngest

/// Standard input as a document.
enum StandardInput {
  /// The bytes of standard input; of an endless one more than the reader takes.
  ///
  /// - Throws: the `errno` of the call that failed.
  static func content() throws(SystemFailure) -> [UInt8] {
    try SmallFile.content(of: STDIN_FILENO, limit: Reader.sizeLimit)
  }

  /// The path of a temporary file that holds standard input.
  ///
  /// Documents are files to the reader, which asks their size; a pipe has none. The file has no
  /// name in any folder and is gone when the process ends.
  static func spooled() throws(CommandFailure) -> String {
    do throws(SystemFailure) {
      let content = try content()
      guard let stream = tmpfile() else { throw SystemFailure(errno: errno) }
      try FileDescriptor.write(content[...], to: fileno(stream))
      return "/proc/self/fd/\(fileno(stream))"
    } catch {
      throw .standardInput(errno: error.errno)
    }
  }
}
