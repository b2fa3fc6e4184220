internal import TextIngest

/// A place that somebody asks about as the program prints places: `path:line`, or `path:line:column`.
struct LineQuery: Hashable {
  /// As the user wrote it.
  let path: String
  /// From 1.
  let line: Int
  /// From 1, in code points; nil for the whole line.
  let column: Int?

  /// Nil where `text` is no place: what names neither a file that is there nor one that is a document by its name is a
  /// text with a colon in it.
  init?(_ text: String, exists: (String) -> Bool = SmallFile.exists) {
    guard let (rest, last) = Self.split(text) else { return nil }
    if let (path, line) = Self.split(rest), !exists(rest) {
      self.init(path: path, line: line, column: last)
    } else {
      self.init(path: rest, line: last, column: nil)
    }
    guard exists(path) || TextFormat.verdict(ofFileName: path) != .unknown else { return nil }
  }

  private init(path: String, line: Int, column: Int?) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// What stands before the last colon, and the number behind it.
  private static func split(_ text: String) -> (String, Int)? {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      let number = Int(text[text.index(after: colon)...]), number > 0
    else { return nil }
    return (String(text[..<colon]), number)
  }
}
