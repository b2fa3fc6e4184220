/// Why a file could not be read: facts, no words; the command line makes the sentence.
package enum IngestError: Error, Hashable, Sendable {
  /// The system refused: `errno` of the failed call.
  case unreadable(errno: Int32)
  /// No regular file (a directory, a socket, a device).
  case notAFile
  /// NUL bytes: no text. `offset` of the first.
  case binary(offset: Int)
  /// A byte at `offset` that begins no character of the encoding that the user named or that most of
  /// the text is in.
  case undecodable(encoding: String, offset: Int)
  /// Not UTF-8, for the byte at `offset`, and no text in any encoding that can be told.
  case undetected(offset: Int)
  /// The name of an encoding that is not known.
  case unknownEncoding(String)
  /// A format that is not read yet: its file name extension.
  case unsupportedFormat(String)
  /// Larger than is read: its size in bytes, and the largest that is.
  case tooLarge(bytes: Int, limit: Int)
  /// One file more than the positions of tokens can name: the most tokens that a corpus may have.
  case corpusFull(tokens: Int)
  /// Not as long as it was when it was opened.
  case changedWhileRead
  /// A document with markup that is damaged, locked, or larger than it may be.
  case document(DocumentError)
}
