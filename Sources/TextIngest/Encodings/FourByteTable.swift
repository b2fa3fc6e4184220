/// The codes of GB 18030 that have four bytes: all that has no shorter one, in Unicode's order.
enum FourByteTable {
  /// The characters of the Basic Multilingual Plane by number of their code.
  static let basicPlane: [UInt16] = {
    var isListed = DoubleByteTable.gb18030.isListed
    // Characters that moved to two bytes in 2005 keep their codes of four, and the reverse.
    for scalar in [0x1E3F] + Array(0xFE10...0xFE19) + Array(0x9FB4...0x9FBB) {
      isListed[scalar] = false
    }
    for range in twoBytePrivateUse + [0xD800...0xDFFF] {
      for scalar in range { isListed[scalar] = true }
    }
    return (0x80...0xFFFF).filter { !isListed[$0] }.map { $0 == 0x1E3F ? 0xE7C7 : UInt16($0) }
  }()

  /// Private characters that codes of two bytes stood for in the edition of 2000.
  private static let twoBytePrivateUse = [
    0xE000...0xE76B, 0xE76D...0xE7C7, 0xE7C9...0xE7E6, 0xE7F4...0xE814, 0xE816...0xE818,
    0xE81E...0xE81E, 0xE826...0xE826, 0xE82B...0xE82C, 0xE831...0xE832, 0xE83B...0xE83B,
    0xE843...0xE843, 0xE854...0xE855, 0xE864...0xE864,
  ]

  /// The character of the code `bytes`, ``DoubleByteTable/none`` where it has none.
  static func scalar(_ bytes: (UInt8, UInt8, UInt8, UInt8)) -> UInt32 {
    guard bytes.0 >= 0x81, bytes.0 < 0xFF, bytes.1 &- 0x30 < 10, bytes.2 >= 0x81, bytes.2 < 0xFF,
      bytes.3 &- 0x30 < 10
    else { return DoubleByteTable.none }
    let high = Int(bytes.0 &- 0x81) * 10 + Int(bytes.1 &- 0x30)
    let number = (high * 126 + Int(bytes.2 &- 0x81)) * 10 + Int(bytes.3 &- 0x30)
    if number < basicPlane.count { return UInt32(basicPlane[number]) }
    let supplementary = number - 189_000 + 0x1_0000
    return (0x1_0000...0x10_FFFF).contains(supplementary)
      ? UInt32(supplementary) : DoubleByteTable.none
  }
}
