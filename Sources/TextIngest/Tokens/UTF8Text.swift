/// Valid UTF-8 in memory, read by hand: the inner loops of scanning and tokenising.
///
/// The caller keeps the memory alive and passes offsets of whole characters only.
struct UTF8Text {
  let base: UnsafePointer<UInt8>
  /// In bytes.
  let count: Int

  /// The scalar at `offset` and the number of its bytes.
  @inline(__always)
  func decode(_ offset: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(base[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(base[offset &+ 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) &<< 6 | second, 2) }
    let third = UInt32(base[offset &+ 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) &<< 12 | second &<< 6 | third, 3) }
    let fourth = UInt32(base[offset &+ 3] & 0x3F)
    return ((lead & 0x07) &<< 18 | second &<< 12 | third &<< 6 | fourth, 4)
  }

  /// The offset of the character that ends before `offset`.
  @inline(__always)
  func previous(_ offset: Int) -> Int {
    var start = offset &- 1
    while base[start] & 0xC0 == 0x80 { start &-= 1 }
    return start
  }

  /// The number of scalars.
  var scalarCount: Int {
    var scalars = 0
    for offset in 0..<count where base[offset] & 0xC0 != 0x80 { scalars &+= 1 }
    return scalars
  }

  /// The text of `range`.
  func string(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count),
      as: UTF8.self)
  }
}
