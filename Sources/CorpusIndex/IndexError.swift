/// What is wrong with an index: facts, no words; the command line makes the sentence.
package indirect enum IndexError: Error, Hashable, Sendable {
  /// There is none in the folder.
  case missing(folder: String)
  /// The bytes of a file are not those that were written: the file, and the offset of the first block
  /// that is damaged, of `length` bytes.
  case damaged(file: String, offset: Int, length: Int)
  /// A file that the index names is not there.
  case lost(file: String)
  /// Made by another version of the format: its number.
  case otherFormat(file: String, found: Int, expected: Int)
  /// Made with other settings: those of the index, and those that were asked for.
  case otherSettings(found: String, asked: String)
  /// Another process writes the index: its number, if it is known.
  case locked(folder: String, process: Int32?)
  /// The system refused: the file and `errno` of the failed call.
  case system(file: String, errno: Int32)
  /// The database refused: its words.
  case database(file: String, message: String)
  /// What was to be removed is, but bytes of it may be left on the disk, for the reason given.
  case unerased(folder: String, reason: IndexError)
}

extension IndexError {
  /// The same of `file`, under whose name nothing stands yet.
  package func named(_ file: String) -> IndexError {
    switch self {
    case .system(_, let errno): .system(file: file, errno: errno)
    case .database(_, let message): .database(file: file, message: message)
    default: self
    }
  }
}
