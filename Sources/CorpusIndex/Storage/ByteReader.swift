/// Reads what a ``ByteWriter`` wrote. Reads past the end give zeros and empty texts and are remembered:
/// whoever reads asks once, at the end, whether all was there.
package struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  /// Whether everything that was asked for was there.
  package private(set) var isSound = true

  /// - Precondition: the memory outlives the reader.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether nothing is left.
  package var isAtEnd: Bool { offset >= bytes.count }

  private mutating func byte() -> UInt8 {
    guard offset < bytes.count else {
      isSound = false
      return 0
    }
    defer { offset += 1 }
    return bytes[offset]
  }

  package mutating func number() -> Int {
    // Most are small.
    if offset < bytes.count, bytes[offset] < 0x80 {
      defer { offset += 1 }
      return Int(bytes[offset])
    }
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 70 {
      let next = byte()
      if shift < 64 { number |= UInt64(next & 0x7F) << shift }
      if next < 0x80 { return Int(Int64(bitPattern: number)) }
      shift += 7
    }
    isSound = false
    return 0
  }

  /// A number that counts things of a byte at least, which must therefore be there.
  package mutating func count() -> Int {
    let number = number()
    guard number >= 0, number <= bytes.count - offset else {
      isSound = false
      return 0
    }
    return number
  }

  package mutating func fixed() -> UInt64 {
    guard bytes.count - offset >= 8 else {
      offset = bytes.count
      isSound = false
      return 0
    }
    defer { offset += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  package mutating func data() -> [UInt8] { [UInt8](slice()) }

  package mutating func text() -> String { String(decoding: slice(), as: UTF8.self) }

  private mutating func slice() -> UnsafeRawBufferPointer {
    let count = count()
    guard count > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  package mutating func flag() -> Bool { byte() != 0 }

  package mutating func optionalText() -> String? { flag() ? text() : nil }

  package mutating func optionalNumber() -> Int? { flag() ? number() : nil }
}
