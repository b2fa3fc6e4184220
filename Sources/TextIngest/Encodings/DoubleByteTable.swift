/// The characters of a set of two bytes, by lead and trail byte.
///
/// Made at the first use, in less than a millisecond.
struct DoubleByteTable: Sendable {
  /// Where a code has no character.
  static let none: UInt32 = .max
  /// From here on a value stands for two scalars of ``pairs``.
  static let firstPair: UInt32 = 0x11_0000

  /// By lead byte from 0x81 and trail byte from 0x40: 126 rows of 191.
  private var scalars = [UInt32](repeating: none, count: 126 * 191)
  private(set) var pairs: [(UInt32, UInt32)] = []

  init(rows: StaticString) {
    var scalars = scalars
    var pairs: [(UInt32, UInt32)] = []
    CharacterRows.forEach(in: rows) { code, first, second in
      if let second { pairs.append((first, second)) }
      scalars[DoubleByteTable.index(code)] =
        second == nil ? first : DoubleByteTable.firstPair + UInt32(pairs.count - 1)
    }
    self.scalars = scalars
    self.pairs = pairs
  }

  private static func index(_ code: Int) -> Int { (code >> 8 - 0x81) * 191 + code & 0xFF - 0x40 }

  /// The character of a code, ``none`` where it has none.
  @inline(__always)
  func scalar(_ lead: UInt8, _ trail: UInt8) -> UInt32 {
    guard lead >= 0x81, lead < 0xFF, trail >= 0x40, trail < 0xFF else { return Self.none }
    return scalars[Int(lead &- 0x81) &* 191 &+ Int(trail &- 0x40)]
  }

  /// Gives `codes` that have no character those of `rest`, in order.
  private mutating func fill(_ codes: some Sequence<Int>, with rest: some Sequence<UInt32>) {
    var rest = rest.makeIterator()
    for code in codes where scalars[Self.index(code)] == Self.none {
      guard let scalar = rest.next() else { return }
      scalars[Self.index(code)] = scalar
    }
  }

  /// Whether a scalar has a code, for each of the Basic Multilingual Plane.
  var isListed: [Bool] {
    var isListed = [Bool](repeating: false, count: 0x1_0000)
    for scalar in scalars where scalar < 0x1_0000 { isListed[Int(scalar)] = true }
    return isListed
  }
}

extension DoubleByteTable {
  /// Of encodings that have no such set.
  static let empty = DoubleByteTable(rows: "")
  static let big5 = DoubleByteTable(rows: Big5Characters.rows)
  /// By codes of Shift_JIS, with the rows that code page 932 leaves to its users.
  static let jisX0208: DoubleByteTable = {
    var table = DoubleByteTable(rows: JISX0208Characters.rows)
    let trails = Array(0x40...0x7E) + Array(0x80...0xFC)
    table.fill(
      (0xF0...0xF9).flatMap { lead in trails.map { lead << 8 | $0 } }, with: 0xE000...0xE757)
    return table
  }()
  /// By codes of EUC-JP without the 0x8F before them.
  static let jisX0212 = DoubleByteTable(rows: JISX0212Characters.rows)

  /// The Han that GB 2312 has not stand before and between its rows, in the order of Unicode.
  static let gb18030: DoubleByteTable = {
    var table = DoubleByteTable(rows: GB18030Characters.rows)
    let isListed = isInGB2312(table)
    let trails = Array(0x40...0x7E) + Array(0x80...0xFE)
    let before = (0x81...0xA0).flatMap { lead in trails.map { lead << 8 | $0 } }
    let between = (0xAA...0xFE).flatMap { lead in
      trails.filter { $0 <= 0xA0 }.map { lead << 8 | $0 }
    }
    table.fill(before + between, with: (0x4E00...0x9FA5).lazy.filter { !isListed[Int($0)] })
    table.fill(privateCodes(trails), with: 0xE000...0xE765)
    return table
  }()

  /// The codes that GB 18030 leaves to its users, in the order of Unicode's private characters.
  private static func privateCodes(_ trails: [Int]) -> [Int] {
    let high = trails.filter { $0 > 0xA0 }
    let low = trails.filter { $0 <= 0xA0 }
    let rows = Array(0xAA...0xAF) + Array(0xF8...0xFE)
    return rows.flatMap { lead in high.map { lead << 8 | $0 } }
      + (0xA1...0xA7).flatMap { lead in low.map { lead << 8 | $0 } }
  }

  private static func isInGB2312(_ table: DoubleByteTable) -> [Bool] {
    var isListed = [Bool](repeating: false, count: 0x1_0000)
    for lead in UInt8(0xB0)...0xF7 {
      for trail in UInt8(0xA1)...0xFE {
        let scalar = table.scalar(lead, trail)
        if scalar < 0x1_0000 { isListed[Int(scalar)] = true }
      }
    }
    return isListed
  }

  /// The syllables that KS X 1001 has not stand before and between its rows (code page 949), in the
  /// order of Unicode.
  static let eucKR: DoubleByteTable = {
    var table = DoubleByteTable(rows: KSX1001Characters.rows)
    let isListed = table.isListed
    let letters = Array(0x41...0x5A) + Array(0x61...0x7A)
    let before = (0x81...0xA0).flatMap { lead in
      (letters + Array(0x81...0xFE)).map { lead << 8 | $0 }
    }
    let between = (0xA1...0xC6).flatMap { lead in
      (letters + Array(0x81...0xA0)).map { lead << 8 | $0 }
    }
    table.fill(before + between, with: (0xAC00...0xD7A3).lazy.filter { !isListed[Int($0)] })
    return table
  }()
}
