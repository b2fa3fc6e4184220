/// Characters → the bytes that an encoding has for them: what a text was before it was decoded.
struct ReverseCodes {
  /// By scalar of the Basic Multilingual Plane; 0 where there is none.
  private var codes = [UInt16](repeating: 0, count: 0x1_0000)

  static let gb18030 = ReverseCodes(.gb18030)
  static let shiftJIS: ReverseCodes = {
    var reverse = ReverseCodes(.jisX0208)
    for byte in 0xA1...0xDF { reverse.codes[0xFF61 + byte - 0xA1] = UInt16(byte) }
    return reverse
  }()
  static let windows1252: ReverseCodes = {
    var reverse = ReverseCodes()
    // What the set leaves out came through as control characters.
    for byte in 0x80...0xFF { reverse.codes[byte] = UInt16(byte) }
    CharacterRows.forEach(in: SingleByteSets.rows["windows-1252"] ?? "") { code, scalar, _ in
      reverse.codes[Int(scalar)] = UInt16(code)
    }
    return reverse
  }()

  private init() {}

  private init(_ table: DoubleByteTable) {
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        let scalar = table.scalar(lead, trail)
        guard scalar < 0x1_0000, codes[Int(scalar)] == 0 else { continue }
        codes[Int(scalar)] = UInt16(lead) << 8 | UInt16(trail)
      }
    }
  }

  /// Appends the bytes of `scalar`; false where it has none.
  func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
    guard scalar < 0x1_0000, codes[Int(scalar)] != 0 else { return false }
    let code = codes[Int(scalar)]
    if code > 0xFF { bytes.append(UInt8(code >> 8)) }
    bytes.append(UInt8(truncatingIfNeeded: code))
    return true
  }
}
