/// A stretch of JSON that is put together outside the writer's buffer and appended at once: a report
/// has millions of rows of the same few fields.
///
/// The caller writes the punctuation, and promises room for all of it.
package struct JSONRow: ~Copyable {
  private let start: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private(set) var count = 0

  fileprivate init(_ space: UnsafeMutableBufferPointer<UInt8>) {
    start = space.baseAddress!
    capacity = space.count
  }

  /// Writes `text` as it stands.
  @inline(__always)
  package mutating func literal(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    assert(count + length <= capacity, "the row is longer than promised")
    (start + count).update(from: text.utf8Start, count: length)
    count += length
  }

  /// Writes the decimal digits of `number`.
  @inline(__always)
  package mutating func number(_ number: Int) {
    assert(number >= 0 && count + DecimalDigits.room <= capacity, "the row is longer than promised")
    count += DecimalDigits.write(UInt(number), to: start + count)
  }

  @inline(__always)
  package mutating func number(_ number: UInt32) { self.number(Int(number)) }
}

extension JSONWriter {
  /// Appends what `body` puts together, `capacity` bytes at most, without a comma.
  @inline(__always)
  mutating func append(capacity: Int, _ body: (inout JSONRow) -> Void) {
    let room = capacity + DecimalDigits.room
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { space in
      var row = JSONRow(space)
      body(&row)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: space[..<row.count]))
    }
  }
}
