/// Bytes in an encoding other than UTF-8, read character by character.
struct EncodedText {
  /// What stands for a character where none begins. Values from ``DoubleByteTable/firstPair`` on
  /// stand for the two scalars of ``pair(_:)``.
  static let invalid = DoubleByteTable.none

  let bytes: UnsafeBufferPointer<UInt8>
  private let form: Form
  private let table: DoubleByteTable
  /// Of a set of one byte a character, from 0x80 on.
  private let upperHalf: [UInt32]

  private enum Form {
    case utf16LE, utf16BE, gb18030, shiftJIS, eucJP, doubleByte, singleByte
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) {
    self.bytes = bytes
    var upperHalf: [UInt32] = []
    switch encoding {
    case .utf8: preconditionFailure("UTF-8 is not decoded")
    case .utf16LE: (form, table) = (.utf16LE, .empty)
    case .utf16BE: (form, table) = (.utf16BE, .empty)
    case .gb18030: (form, table) = (.gb18030, .gb18030)
    case .big5: (form, table) = (.doubleByte, .big5)
    case .shiftJIS: (form, table) = (.shiftJIS, .jisX0208)
    case .eucJP: (form, table) = (.eucJP, .jisX0208)
    case .eucKR: (form, table) = (.doubleByte, .eucKR)
    case .singleByte(let name):
      (form, table) = (.singleByte, .empty)
      upperHalf = [UInt32](repeating: Self.invalid, count: 128)
      CharacterRows.forEach(in: SingleByteSets.rows[name] ?? "") { code, scalar, _ in
        upperHalf[code - 0x80] = scalar
      }
    }
    self.upperHalf = upperHalf
  }

  /// Whether bytes below 0x80 are ASCII wherever a character begins.
  var isASCIICompatible: Bool { form != .utf16LE && form != .utf16BE }

  /// The character at `offset` and the number of its bytes.
  @inline(__always)
  func decode(_ offset: Int) -> (scalar: UInt32, length: Int) {
    let lead = bytes[offset]
    switch form {
    case .utf16LE, .utf16BE: return decodeUTF16(offset)
    case _ where lead < 0x80: return (UInt32(lead), 1)
    case .singleByte: return (upperHalf[Int(lead &- 0x80)], 1)
    case .gb18030: return decodeGB18030(offset, lead)
    case .shiftJIS: return decodeShiftJIS(offset, lead)
    case .eucJP: return decodeEUCJP(offset, lead)
    case .doubleByte: return decodePair(offset, lead)
    }
  }

  /// The two scalars of a value of ``decode(_:)``.
  func pair(_ value: UInt32) -> (UInt32, UInt32) {
    table.pairs[Int(value - DoubleByteTable.firstPair)]
  }
}

extension EncodedText {
  /// The byte `distance` after `offset`, 0 at the end.
  @inline(__always)
  private func byte(_ offset: Int, _ distance: Int) -> UInt8 {
    offset &+ distance < bytes.count ? bytes[offset &+ distance] : 0
  }

  @inline(__always)
  private func decodePair(_ offset: Int, _ lead: UInt8) -> (scalar: UInt32, length: Int) {
    let trail = byte(offset, 1)
    let scalar = table.scalar(lead, trail)
    // After a fault an ASCII byte is taken for itself: reading finds its way back at the line's end.
    return (scalar, scalar == Self.invalid && trail < 0x80 ? 1 : 2)
  }

  @inline(__always)
  private func decodeGB18030(_ offset: Int, _ lead: UInt8) -> (scalar: UInt32, length: Int) {
    if byte(offset, 1) &- 0x30 < 10 {
      let scalar = FourByteTable.scalar((lead, byte(offset, 1), byte(offset, 2), byte(offset, 3)))
      return (scalar, scalar == Self.invalid ? 1 : 4)
    }
    if lead == 0x80 { return (0x20AC, 1) }  // the euro sign of code page 936
    return decodePair(offset, lead)
  }

  @inline(__always)
  private func decodeShiftJIS(_ offset: Int, _ lead: UInt8) -> (scalar: UInt32, length: Int) {
    if lead &- 0xA1 < 0x3F { return (0xFF61 + UInt32(lead &- 0xA1), 1) }  // half-width katakana
    return decodePair(offset, lead)
  }

  @inline(never)
  private func decodeEUCJP(_ offset: Int, _ lead: UInt8) -> (scalar: UInt32, length: Int) {
    let trail = byte(offset, 1)
    if lead == 0x8E {
      let isKatakana = trail &- 0xA1 < 0x3F
      return isKatakana ? (0xFF61 + UInt32(trail &- 0xA1), 2) : (Self.invalid, 1)
    }
    if lead == 0x8F {
      let scalar = DoubleByteTable.jisX0212.scalar(trail, byte(offset, 2))
      return (scalar, scalar == Self.invalid ? 1 : 3)
    }
    guard lead >= 0xA1, lead < 0xFF, trail >= 0xA1, trail < 0xFF else { return (Self.invalid, 1) }
    let cell = Int(lead &- 0xA1) &* 94 &+ Int(trail &- 0xA1)
    let (row, column) = cell.quotientAndRemainder(dividingBy: 188)
    let scalar = table.scalar(
      UInt8(row < 31 ? row + 0x81 : row + 0xC1), UInt8(column < 63 ? column + 0x40 : column + 0x41))
    return (scalar, 2)
  }

  @inline(never)
  private func decodeUTF16(_ offset: Int) -> (scalar: UInt32, length: Int) {
    guard offset &+ 1 < bytes.count else { return (Self.invalid, 1) }
    let unit = unit(offset)
    guard unit & 0xF800 == 0xD800 else { return (unit, 2) }
    guard unit < 0xDC00, offset &+ 3 < bytes.count else { return (Self.invalid, 2) }
    let low = self.unit(offset &+ 2)
    guard low & 0xFC00 == 0xDC00 else { return (Self.invalid, 2) }
    return (0x1_0000 + (unit & 0x3FF) &<< 10 + low & 0x3FF, 4)
  }

  @inline(__always)
  private func unit(_ offset: Int) -> UInt32 {
    let (first, second) = (UInt32(bytes[offset]), UInt32(bytes[offset &+ 1]))
    return form == .utf16LE ? second &<< 8 | first : first &<< 8 | second
  }
}
