internal import PhraseReport
internal import Taohua

extension MetadataTable.Malformed {
  /// The place in `file`, what is wrong there, and what to do.
  func message(in file: String) -> String {
    "\(file):\(line):\(column): \(problem.text)"
  }
}

extension MetadataTable.Problem {
  fileprivate var text: String {
    switch self {
    case .notUTF8: "the table is not UTF-8; save it as CSV in UTF-8"
    case .noNameColumn(let found):
      "a table of metadata begins with the names of its columns, one of them id or path"
        + (found.isEmpty ? "" : "; found: " + DisplayText.clean(found.joined(separator: ", ")))
    case .repeatedColumn(let name): "the column '\(DisplayText.clean(name))' stands twice"
    case .strayQuote:
      "a quotation mark inside a field: put the whole field between quotation marks and double it"
    case .textAfterQuote:
      "text after the closing quotation mark of a field; inside one quotation marks are doubled"
    case .openQuote: "nothing closes the quotation mark of this field"
    case .fieldCount(let count, let columns):
      "the row has \(count) \(count == 1 ? "field" : "fields"), and there are \(columns) columns"
    case .noName: "the row names no document"
    case .repeatedName(let name, let line):
      "line \(line) is for '\(DisplayText.clean(name))' already"
    case .noYear(let text): "'\(DisplayText.clean(text))' is no year such as 2024"
    case .noDate(let text):
      "'\(DisplayText.clean(text))' is no date such as 2024, 2024-03 or 2024-03-31"
    }
  }
}
