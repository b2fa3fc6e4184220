/// Finds the lines of a TOML text that begin a statement: a header of a table, or a key. Those inside of a string
/// or a list of several lines begin none.
///
/// It is right for what is TOML; where a text is none, it is right up to the first fault.
struct TOMLStatements {
  /// A line that begins a statement.
  struct Line {
    /// From 1.
    var number: Int
    /// The offset of its first character that is no space.
    var start: Int
  }

  /// What the parser would not refuse, but stop the program for.
  struct Fault {
    /// From 1, and the column in bytes.
    var line: Int
    var column: Int
    var problem: String
  }

  private(set) var lines: [Line] = []
  private let text: [UInt8]
  private var offset = 0
  private var number = 1
  /// The brackets of lists and inline tables that are open.
  private var open: [UInt8] = []
  /// The first brace that closes a list.
  private var strayBrace: (line: Int, offset: Int)?
  /// The first date behind which one digit stands alone.
  private var cutDate: (line: Int, offset: Int)?
  /// The first character outside of strings and comments that is not ASCII. TOML has none there; the parser takes
  /// blanks and ends of lines of Unicode for such, but not everywhere.
  private var strayCharacter: (line: Int, offset: Int)?

  init(_ text: String) {
    self.text = Array(text.utf8)
    // The mark of a text in UTF-8, which editors put in.
    if self.text.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < self.text.count { readLine() }
  }

  /// The first fault of the text that the parser would stop the program for; nil where it can be given to it.
  var fault: Fault? {
    let header = badHeader.map {
      fault(
        $0, "a header that names no table: after '[' comes a letter, a digit or a quotation mark")
    }
    let brace = strayBrace.map { fault($0, "a list that ends with '}'") }
    let date = cutDate.map { fault($0, "a date with one digit behind it: an hour has two") }
    let character = strayCharacter.map {
      fault($0, "a character that stands in TOML only in quotation marks and comments")
    }
    return [header, brace, date, character].compactMap { $0 }.min {
      ($0.line, $0.column) < ($1.line, $1.column)
    }
  }

  private func fault(_ place: (line: Int, offset: Int), _ problem: String) -> Fault {
    let start = text[..<place.offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Fault(line: place.line, column: place.offset - start + 1, problem: problem)
  }

  /// What begins the name in a header must be a letter, a digit, `_`, `-`, or a quotation mark.
  private var badHeader: (line: Int, offset: Int)? {
    for line in lines where text[line.start] == UInt8(ascii: "[") {
      var offset = skipSpaces(line.start + 1)
      if byte(offset) == UInt8(ascii: "[") { offset = skipSpaces(offset + 1) }
      guard let next = byte(offset), !Self.beginsName(next), next != UInt8(ascii: "]") else {
        continue
      }
      return (line.number, offset)
    }
    return nil
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private func byte(_ offset: Int) -> UInt8? { offset < text.count ? text[offset] : nil }

  private func skipSpaces(_ start: Int) -> Int {
    var offset = start
    while let next = byte(offset), next == 0x20 || next == 0x09 { offset += 1 }
    return offset
  }

  /// Reads to the end of a line, or of the last of the lines of a string.
  private mutating func readLine() {
    let start = skipSpaces(offset)
    let isHeader = open.isEmpty && byte(start) == UInt8(ascii: "[")
    if open.isEmpty, let first = byte(start), first != 0x0A, first != 0x0D,
      first != UInt8(ascii: "#")
    {
      lines.append(Line(number: number, start: start))
    }
    var beginsValue = open.last == UInt8(ascii: "[")
    while let next = byte(offset) {
      offset += 1
      switch next {
      case _ where beginsValue && Self.beginsNumber(next): readNumber()
      case UInt8(ascii: "\n"):
        number += 1
        return
      case UInt8(ascii: "#"): while let next = byte(offset), next != 0x0A { offset += 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): readString(next)
      case UInt8(ascii: "["), UInt8(ascii: "{"): if !isHeader { open.append(next) }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if isHeader { continue }
        if next == UInt8(ascii: "}"), open.last == UInt8(ascii: "["), strayBrace == nil {
          strayBrace = (number, offset - 1)
        }
        _ = open.popLast()
      case 0x80...: noteStrayCharacter()
      default: break
      }
      switch next {
      case UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "["): beginsValue = true
      case 0x20, 0x09: break
      default: beginsValue = false
      }
    }
  }

  private static func beginsNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Reads on behind a number or a date, of which the first character is read: whatever stands in it.
  private mutating func readNumber() {
    let start = offset - 1
    while let next = byte(offset), !Self.endsValue(next) {
      offset += 1
      if next >= 0x80 { noteStrayCharacter() }
    }
    if cutDate == nil && isCutDate(start..<offset) { cutDate = (number, start) }
  }

  /// Notes that the byte before `offset` belongs to no character of TOML.
  private mutating func noteStrayCharacter() {
    if strayCharacter == nil { strayCharacter = (number, offset - 1) }
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09...0x0D, 0x20, UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","),
      UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// Whether a blank and one digit stand behind what looks like a date: the parser takes them for the
  /// beginning of a time.
  private func isCutDate(_ range: Range<Int>) -> Bool {
    guard byte(range.upperBound) == 0x20, let digit = byte(range.upperBound + 1),
      Self.isDigit(digit),
      byte(range.upperBound + 2).map(Self.endsValue) ?? true
    else { return false }
    let characters = Array(
      String(decoding: text[range], as: UTF8.self).unicodeScalars.filter { $0 != "_" })
    return characters.count == 10 && characters[4] == "-" && characters[7] == "-"
  }

  /// Reads on behind the string that `mark` has begun.
  private mutating func readString(_ mark: UInt8) {
    let isLong = byte(offset) == mark && byte(offset + 1) == mark
    if isLong { offset += 2 }
    while let next = byte(offset) {
      if next == UInt8(ascii: "\n") {
        if !isLong { return }
        number += 1
      }
      offset += 1
      if next == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        // A line end that is escaped is one all the same.
        if let escaped = byte(offset), escaped != 0x0A { offset += 1 }
      } else if next == mark {
        if !isLong { return }
        guard byte(offset) == mark, byte(offset + 1) == mark else { continue }
        offset += 2
        // Up to two more belong to the string.
        for _ in 0..<2 where byte(offset) == mark { offset += 1 }
        return
      }
    }
  }
}
