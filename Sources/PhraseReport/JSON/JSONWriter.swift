/// Writes JSON into a growing buffer of bytes: no tree of values, no string per value.
///
/// The caller opens and closes objects and arrays in the order of the text; the writer sets the
/// commas. Numbers and strings are written by hand, since a report has millions of them.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.field("tokens", 12)
///     json.endObject()          // {"tokens":12}
package struct JSONWriter {
  /// What was written so far.
  package var bytes: [UInt8] = []
  /// Whether the next element of the open object or array comes after another.
  private var needsComma = false
  /// Whether `<` is written as an escape, so that the text can stand inside an HTML script element.
  private let escapesMarkup: Bool

  package init(escapesMarkup: Bool = false) { self.escapesMarkup = escapesMarkup }

  /// Empties the buffer and keeps its memory. The state of the commas is kept too, so that a long
  /// text can be written in pieces.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Starts a piece in the middle of an array: `isFirst` if no element stands before it.
  package mutating func resume(isFirst: Bool) { needsComma = !isFirst }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends the line, after the comma if one is due: for elements that people want on a line each.
  package mutating func newline() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes the name of a field; its value must follow. `name` is written as it stands.
  package mutating func key(_ name: StaticString) {
    // One growth of the buffer for the five parts: this is called most of all.
    let length = name.utf8CodeUnitCount
    let comma = needsComma ? 1 : 0
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length + 4) { text in
      text[0] = UInt8(ascii: ",")
      text[comma] = UInt8(ascii: "\"")
      (text.baseAddress! + comma + 1).update(from: name.utf8Start, count: length)
      text[comma + length + 1] = UInt8(ascii: "\"")
      text[comma + length + 2] = UInt8(ascii: ":")
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<(comma + length + 3)]))
    }
    needsComma = false
  }

  package mutating func value(_ number: Int) {
    separate()
    appendDigits(of: number)
    needsComma = true
  }

  package mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }

  package mutating func null() { literal("null") }

  /// Writes the shortest decimal that reads back as `number`, whole numbers without a fraction;
  /// `null` for what JSON has no number for.
  package mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    if let whole = Int(exactly: number) { return value(whole) }
    raw(Array(number.description.utf8))
  }

  package mutating func value(_ number: Float) {
    guard number.isFinite else { return null() }
    if let whole = Int(exactly: number) { return value(whole) }
    raw(Array(number.description.utf8))
  }

  package mutating func value(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { appendQuoted($0) }
    needsComma = true
  }

  /// Writes the UTF-8 text in `range` of `content` as a string.
  package mutating func value(utf8 content: borrowing [UInt8], in range: Range<Int>) {
    separate()
    content.withUnsafeBufferPointer { appendQuoted(UnsafeBufferPointer(rebasing: $0[range])) }
    needsComma = true
  }

  /// Writes one of the names that were quoted before.
  package mutating func value(_ names: borrowing QuotedNames, at index: Int) {
    separate()
    names.append(index, to: &bytes)
    needsComma = true
  }

  /// Writes a value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Writes what `body` puts together, `capacity` bytes at most, as the next element.
  @inline(__always)
  mutating func row(capacity: Int, _ body: (inout JSONRow) -> Void) {
    separate()
    append(capacity: capacity, body)
    needsComma = true
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    JSONEscaping.append(text, to: &bytes, escapesMarkup: escapesMarkup)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendDigits(of number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    if number.magnitude < 10 {
      return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number.magnitude))
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecimalDigits.room) { digits in
      let count = DecimalDigits.write(number.magnitude, to: digits.baseAddress!)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<count]))
    }
  }
}
