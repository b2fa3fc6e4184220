/// A UTF-8 text in which byte offsets become numbers of code points and back.
///
/// Our reports count bytes, the corpora of the field count code points.
package struct CodePoints: Sendable {
  /// The text.
  package let bytes: [UInt8]
  /// The code points before each stretch of `stride` bytes.
  private let counts: [Int]

  /// A count for so many bytes: a look-up reads that much at most.
  private static let stride = 512

  /// Takes a text. O(n).
  ///
  /// - Parameter bytes: UTF-8, a byte order mark counts as a character.
  /// - Returns: nil if `bytes` are no UTF-8.
  package init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    self.bytes = bytes
    var counts: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.counts = counts
    self.count = count
  }

  /// The code points of the text.
  package let count: Int

  /// The number of the code point that starts at byte `offset`; the end of the text has one too.
  ///
  /// - Parameter offset: a byte offset.
  /// - Returns: nil outside of the text and inside a character.
  package func index(ofByte offset: Int) -> Int? {
    guard offset >= 0 && offset <= bytes.count else { return nil }
    if offset == bytes.count { return count }
    guard bytes[offset] & 0xC0 != 0x80 else { return nil }
    let stretch = offset / Self.stride
    return counts[stretch]
      + bytes[stretch * Self.stride..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// The code points of the bytes in `range`; nil where an end is no boundary of characters.
  ///
  /// - Parameter range: byte offsets.
  package func range(ofBytes range: Range<Int>) -> Range<Int>? {
    guard let first = index(ofByte: range.lowerBound), let last = index(ofByte: range.upperBound)
    else { return nil }
    return first..<last
  }

  /// The UTF-8 of the code points in `range`, clipped to the text.
  ///
  /// - Parameter range: numbers of code points.
  package func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let range = range.clamped(to: 0..<count)
    return bytes[byte(ofIndex: range.lowerBound)..<byte(ofIndex: range.upperBound)]
  }

  /// The code points of the text.
  package var scalars: [Unicode.Scalar] {
    Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  private func byte(ofIndex index: Int) -> Int {
    if index >= count { return bytes.count }
    var low = 0
    var high = counts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if counts[middle] <= index { low = middle } else { high = middle }
    }
    var offset = low * Self.stride
    var rest = index - counts[low]
    while bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    while rest > 0 {
      offset += 1
      if bytes[offset] & 0xC0 != 0x80 { rest -= 1 }
    }
    return offset
  }
}
