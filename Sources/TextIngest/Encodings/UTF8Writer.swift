/// Writes scalars as UTF-8 to memory that is large enough.
struct UTF8Writer {
  private let base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0

  init(_ base: UnsafeMutablePointer<UInt8>) { self.base = base }

  /// Writes the characters of `text` from the offset `start`; the offset of the first that is none,
  /// or nil.
  mutating func write(_ text: EncodedText, from start: Int) -> Int? {
    var offset = start
    while offset < text.bytes.count {
      let (scalar, length) = text.decode(offset)
      if scalar < DoubleByteTable.firstPair {
        append(scalar)
      } else if scalar == EncodedText.invalid {
        return offset
      } else {
        let (first, second) = text.pair(scalar)
        append(first)
        append(second)
      }
      offset &+= length
    }
    return nil
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32) {
    if scalar < 0x80 {
      put(scalar)
    } else if scalar < 0x800 {
      put(0xC0 | scalar &>> 6)
      put(0x80 | scalar & 0x3F)
    } else {
      if scalar < 0x1_0000 {
        put(0xE0 | scalar &>> 12)
      } else {
        put(0xF0 | scalar &>> 18)
        put(0x80 | scalar &>> 12 & 0x3F)
      }
      put(0x80 | scalar &>> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt32) {
    base[count] = UInt8(truncatingIfNeeded: byte)
    count &+= 1
  }
}
