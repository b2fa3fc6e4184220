/// An amount of memory as people write it: 512M, 4G, 1.5 GiB.
struct MemorySize: Hashable {
  var bytes: Int

  /// Units are powers of 1,024, with or without B or iB after them, in either case.
  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    var unit = text[digits.endIndex...].drop { $0 == " " }.lowercased()
    for ending in ["ib", "b"] where unit.hasSuffix(ending) {
      unit.removeLast(ending.count)
      break
    }
    guard let number = Double(digits), let power = Self.units.firstIndex(of: unit) else {
      return nil
    }
    let size = (0..<power).reduce(number) { size, _ in size * 1_024 }
    guard size >= 1, size < Double(Int.max) else { return nil }
    bytes = Int(size)
  }

  init(bytes: Int) { self.bytes = bytes }

  private static let units = ["", "k", "m", "g", "t"]

  /// With one digit behind the point in the largest unit that leaves a whole number: 7.9G.
  var text: String {
    var size = Double(bytes)
    var unit = 0
    while size >= 1_024, unit + 1 < Self.units.count {
      size /= 1_024
      unit += 1
    }
    let tenths = Int((size * 10).rounded(.up))
    let fraction = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
    return "\(tenths / 10)\(fraction)\(Self.units[unit].uppercased())"
  }
}
