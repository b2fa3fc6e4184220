/// Why a file could not be read: facts, no words; the command line makes the sentence.
package enum IngestError: Error, Hashable, Sendable {
  /// The system refused: `errno` of the failed call.
  case unreadable(errno: Int32)
  /// No regular file (a directory, a socket, a device).
  case notAFile
  /// NUL bytes: no text. `offset` of the first.
  case binary(offset: Int)
  /// Not valid UTF-8 at byte `offset`.
  case notUTF8(offset: Int)
  /// A format that is not read yet: its file name extension.
  case unsupportedFormat(String)
  /// Larger than the 4 GiB that offsets can point into: its size in bytes.
  case tooLarge(bytes: Int)
}
