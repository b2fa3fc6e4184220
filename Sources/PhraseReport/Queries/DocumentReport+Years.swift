extension DocumentReport {
  /// The years that the document seems to be of: those in its title if they agree with what is known,
  /// else the one that is known, else those in its id.
  ///
  /// A year is a number of four digits, of either width, from 1949 to 2100.
  var years: [Int] {
    let named = DocumentReport.years(in: title ?? "")
    if let year, !named.contains(year) { return [year] }
    return named.isEmpty ? DocumentReport.years(in: id) : named
  }

  private static func years(in text: String) -> [Int] {
    text.unicodeScalars.map(digit).split(separator: nil)
      .filter { $0.count == 4 }
      .map { $0.reduce(0) { $0 * 10 + ($1 ?? 0) } }
      .filter((1949...2100).contains)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }
}
