/// A JSON value, read whole: what `taohua audit` and `taohua compare` print.
package enum JSONValue: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case flag(Bool)
  /// A number without fraction and exponent that an `Int` holds.
  case integer(Int)
  /// Any other number.
  case number(Double)
  /// A string.
  case text(String)
  /// The elements in order.
  case array([JSONValue])
  /// The fields in order; of two with one name the first is found.
  case object([(name: String, value: JSONValue)])
}

/// A value and where it stands in its document, so that what is missing can be named.
package struct JSONField: Sendable {
  /// The value; nil where the document has none.
  package let value: JSONValue?
  /// The way to it: `documents[3].id`.
  package let path: String

  /// The root of a document.
  ///
  /// - Parameters:
  ///   - root: the whole value.
  ///   - name: what it is called in errors, if it is one of several.
  package init(_ root: JSONValue, name: String = "") { self.init(value: root, path: name) }

  private init(value: JSONValue?, path: String) {
    self.value = value
    self.path = path
  }

  /// The field `name` of an object; one without a value where there is none.
  ///
  /// - Parameter name: the field's name.
  package subscript(name: String) -> JSONField {
    let way = path.isEmpty ? name : "\(path).\(name)"
    guard case .object(let fields)? = value else { return JSONField(value: nil, path: way) }
    return JSONField(value: fields.first { $0.name == name }?.value, path: way)
  }

  /// Whether the document has the field, `null` or not.
  package var exists: Bool { value != nil }

  /// The string here.
  ///
  /// - Throws: `FormatError` where there is another value or none.
  package func text() throws(FormatError) -> String {
    guard case .text(let text)? = value else { throw wrong("a string") }
    return text
  }

  /// The whole number here.
  ///
  /// - Throws: `FormatError` where there is another value or none.
  package func integer() throws(FormatError) -> Int {
    guard case .integer(let number)? = value else { throw wrong("a whole number") }
    return number
  }

  /// The elements of the array here.
  ///
  /// - Throws: `FormatError` where there is another value or none.
  package func elements() throws(FormatError) -> [JSONField] {
    guard case .array(let values)? = value else { throw wrong("an array") }
    return values.enumerated().map { JSONField(value: $1, path: "\(path)[\($0)]") }
  }

  /// The range of bytes here: `[start, end]`, the end exclusive.
  ///
  /// - Throws: `FormatError` where there is another value or none.
  package func range() throws(FormatError) -> Range<Int> {
    let ends = try elements()
    guard ends.count == 2 else { throw wrong("two byte offsets") }
    return try JSONField.range(from: ends[0], to: ends[1])
  }

  /// The range from the number in `start` to the one in `end`, exclusive.
  ///
  /// - Throws: `FormatError` where one is no whole number, or the end comes first.
  package static func range(
    from start: JSONField, to end: JSONField
  ) throws(FormatError) -> Range<Int> {
    let (first, last) = (try start.integer(), try end.integer())
    guard first >= 0 && first <= last else { throw end.wrong("an offset after the start") }
    return first..<last
  }

  /// What is thrown where the field is not as it must be.
  ///
  /// - Parameter expected: what it must be, in words.
  package func wrong(_ expected: String) -> FormatError {
    FormatError(.field(path.isEmpty ? "the whole" : path), expected: expected)
  }
}
