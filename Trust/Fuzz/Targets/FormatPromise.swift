internal import Evaluation

@testable internal import Taohua

/// What every format promises, whatever it is filled with.
enum FormatPromise {
  static func text(_ content: [UInt8], _ name: String) {
    promise((try? UTF8Span(validating: content.span)) != nil, "\(name) is not UTF-8")
  }

  static func json(_ content: [UInt8], _ name: String) {
    text(content, name)
    do throws(FormatError) { _ = try JSONParser.parse(content) } catch {
      broken("\(name) is no JSON: \(error)")
    }
  }

  static func jsonLines(_ content: [UInt8], count: Int) {
    let lines = content.split(separator: 0x0A)
    promise(lines.count == count, "JSON lines: \(lines.count) for \(count) findings")
    for line in lines { json(Array(line), "a JSON line") }
  }

  /// Text for a terminal: line ends, and nothing else that a terminal obeys.
  static func terminal(_ content: [UInt8], _ name: String) {
    text(content, name)
    for scalar in String(decoding: content, as: UTF8.self).unicodeScalars {
      let obeyed = scalar.properties.generalCategory == .control && scalar != "\n"
      promise(!obeyed, "\(name) holds U+\(String(scalar.value, radix: 16))")
    }
  }

  /// A table whose rows have as many cells as the first, none of which is a formula.
  static func csv(_ content: [UInt8], _ name: String) {
    text(content, name)
    do throws(CSVReader.Malformed) {
      let rows = try CSVReader.records(of: String(decoding: content, as: UTF8.self))
      promise(Set(rows.map(\.count)).count <= 1, "\(name) has rows of several lengths")
      for cell in rows.joined() {
        let isNumber = Double(cell.text) != nil
        promise(
          isNumber || !(cell.text.first.map { "=+-@".contains($0) } ?? false),
          "\(name) holds the formula \(cell.text)")
      }
    } catch {
      broken("\(name) is no CSV: \(error)")
    }
  }

  /// A page with no script but its own.
  static func page(_ content: [UInt8], _ name: String) {
    text(content, name)
    let lowered = content.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let opened = count(of: "<script", in: lowered)
    let closed = count(of: "</script", in: lowered)
    promise(opened == closed, "\(name): \(opened) scripts begin, \(closed) end")
    // Its own: two of code, two of data; a report without phrases has less data.
    promise(opened <= 4, "\(name): \(opened) scripts")
  }

  private static func count(of word: String, in content: [UInt8]) -> Int {
    let word = Array(word.utf8)
    var count = 0
    var index = 0
    while let found = content[index...].firstIndex(of: word[0]) {
      if content[found...].starts(with: word) { count += 1 }
      index = found + 1
    }
    return count
  }
}
