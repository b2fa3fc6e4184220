/// Reads comma-separated values as RFC 4180 has them, with line ends of any kind.
struct CSVReader {
  /// A field and where it begins.
  struct Field: Hashable {
    var text: String
    /// From 1.
    var line: Int
    /// From 1, in code points.
    var column: Int
  }

  /// Why a text is no comma-separated values.
  struct Malformed: Error, Hashable {
    var line: Int
    var column: Int
    var problem: Problem

    enum Problem: Hashable {
      /// A quotation mark inside a field that does not begin with one.
      case strayQuote
      /// Text after the closing quotation mark of a field.
      case textAfterQuote
      /// A field that nothing closes.
      case openQuote
    }
  }

  private let scalars: [Unicode.Scalar]
  private var offset = 0
  private var line = 1
  private var column = 1

  /// The records of `text`; empty lines are none.
  static func records(of text: String) throws(Malformed) -> [[Field]] {
    var reader = CSVReader(text)
    var records: [[Field]] = []
    while reader.current != nil {
      let record = try reader.record()
      if record.count > 1 || record.first?.text.isEmpty == false { records.append(record) }
    }
    return records
  }

  private init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
  }

  private var current: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  private mutating func advance() {
    offset += 1
    column += 1
  }

  /// Passes the end of a line: LF, CR or CR LF.
  private mutating func endLine() {
    if current == "\r", offset + 1 < scalars.count, scalars[offset + 1] == "\n" { offset += 1 }
    offset += 1
    line += 1
    column = 1
  }

  private mutating func record() throws(Malformed) -> [Field] {
    var fields: [Field] = []
    while true {
      fields.append(try field())
      guard current == "," else { break }
      advance()
    }
    if current != nil { endLine() }
    return fields
  }

  private mutating func field() throws(Malformed) -> Field {
    var field = Field(text: "", line: line, column: column)
    if current == "\"" {
      field.text = try quoted()
      return field
    }
    while let scalar = current, scalar != ",", scalar != "\n", scalar != "\r" {
      if scalar == "\"" { throw Malformed(line: line, column: column, problem: .strayQuote) }
      field.text.unicodeScalars.append(scalar)
      advance()
    }
    return field
  }

  private mutating func quoted() throws(Malformed) -> String {
    let open = Malformed(line: line, column: column, problem: .openQuote)
    var text = ""
    advance()
    while let scalar = current {
      if scalar == "\"" {
        advance()
        guard current == "\"" else {
          if let next = current, next != ",", next != "\n", next != "\r" {
            throw Malformed(line: line, column: column, problem: .textAfterQuote)
          }
          return text
        }
      }
      let start = offset
      if scalar == "\n" || scalar == "\r" { endLine() } else { advance() }
      text.unicodeScalars.append(contentsOf: scalars[start..<offset])
    }
    throw open
  }
}
