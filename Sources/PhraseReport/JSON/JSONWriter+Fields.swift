/// A field of an object: its name and its value in one call.
extension JSONWriter {
  package mutating func field(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  package mutating func field(_ name: StaticString, _ number: Double) {
    key(name)
    value(number)
  }

  package mutating func field(_ name: StaticString, _ number: Float) {
    key(name)
    value(number)
  }

  package mutating func field(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  package mutating func field(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }

  /// A number, or `null`.
  package mutating func field(_ name: StaticString, ifKnown number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// A number, or `null`.
  package mutating func field(_ name: StaticString, ifKnown number: Double?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// A string, or `null`.
  package mutating func field(_ name: StaticString, ifKnown text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// A string under a name that comes from outside.
  package mutating func field(named name: String, _ text: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    resume(isFirst: true)
    value(text)
  }

  /// An array of strings.
  package mutating func field(_ name: StaticString, _ texts: [String]) {
    array(name, texts) { json, text in json.value(text) }
  }

  /// An array of numbers.
  package mutating func field(_ name: StaticString, _ numbers: [Int]) {
    array(name, numbers) { json, number in json.value(number) }
  }

  /// A range as `[start, end]`, the end exclusive.
  package mutating func field(_ name: StaticString, _ range: Range<Int>) {
    field(name, [range.lowerBound, range.upperBound])
  }

  /// An array with what `body` writes for each element.
  package mutating func array<Elements: Sequence>(
    _ name: StaticString, _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    key(name)
    beginArray()
    for element in elements { body(&self, element) }
    endArray()
  }

  /// An object with the fields that `body` writes.
  package mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// An object as an element of an array.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }
}
