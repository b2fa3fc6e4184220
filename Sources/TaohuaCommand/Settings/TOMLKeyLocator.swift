/// Finds the line of a key in the text of a TOML file, which the parser does not tell.
///
/// It reads table headers and the left sides of `=`; keys of an inline table are said to stand
/// where the table starts.
struct TOMLKeyLocator {
  private var lines: [(keys: [String], number: Int)] = []

  init(_ text: String) {
    var header: [String] = []
    // By bytes: to a string, a line end of two characters is one.
    let bytes = text.utf8
    for line in TOMLStatements(text).lines {
      let start = bytes.index(bytes.startIndex, offsetBy: line.start)
      let row = Substring(bytes[start...].prefix { $0 != UInt8(ascii: "\n") })
      if row.first == "[" {
        let inner = row.drop { $0 == "[" }.prefix { $0 != "]" }
        header = TOMLKeyLocator.keys(inner)
        lines.append((header, line.number))
      } else if let sign = row.firstIndex(of: "=") {
        lines.append((header + TOMLKeyLocator.keys(row[..<sign]), line.number))
      }
    }
  }

  /// The line, from 1, of the key that `path` leads to, or of the table that holds it.
  func line(of path: [String]) -> Int? {
    for length in stride(from: path.count, to: 0, by: -1) {
      let prefix = Array(path[..<length])
      if let line = lines.first(where: { $0.keys == prefix }) { return line.number }
    }
    return nil
  }

  /// The lines, from 1, of all headers and keys that are `path`.
  func lines(of path: [String]) -> [Int] { lines.filter { $0.keys == path }.map(\.number) }

  private static func keys(_ text: Substring) -> [String] {
    text.split(separator: ".").map { part in
      String(part.filter { !" \t\r\"'".contains($0) })
    }
  }
}
