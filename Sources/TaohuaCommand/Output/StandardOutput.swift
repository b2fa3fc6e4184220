internal import Glibc
internal import TextIngest

/// The results of a command.
enum StandardOutput {
  /// The reader has gone: no failure, but nobody left to write for.
  struct Closed: Error {}

  /// Writes `bytes` with write(2).
  ///
  /// - Throws: `Closed` where the reader has gone, else `CommandFailure.standardOutput`.
  static func write(_ bytes: [UInt8]) throws {
    do {
      try FileDescriptor.write(bytes[...], to: STDOUT_FILENO)
    } catch {
      if error.errno == EPIPE { throw Closed() }
      throw CommandFailure.standardOutput(errno: error.errno)
    }
  }

  static func write(_ text: String) throws { try write(Array(text.utf8)) }
}
