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
  package mutating func number(_ number: UInt32) {
    var divisor: UInt32 = 1
    var digits = 1
    while digits < 10 && number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    assert(count + digits <= capacity, "the row is longer than promised")
    var rest = number
    for index in (0..<digits).reversed() {
      start[count + index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }
}

extension JSONWriter {
  /// Appends what `body` puts together, `capacity` bytes at most, without a comma.
  @inline(__always)
  mutating func append(capacity: Int, _ body: (inout JSONRow) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { space in
      var row = JSONRow(space)
      body(&row)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: space[..<row.count]))
    }
  }
}
