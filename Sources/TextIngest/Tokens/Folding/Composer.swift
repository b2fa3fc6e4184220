/// Canonical composition (Unicode Standard Annex 15) of folded text: e and a combining acute
/// become é, conjoining jamo a syllable.
///
/// Only tokens with combining marks come here; the inner loops never do.
enum Composer {
  /// The composed form of `scalars`. O(n log n) in the length of the longest run of marks.
  static func compose(_ scalars: [UInt32]) -> [UInt32] {
    var composed: [UInt32] = []
    var starter: Int?
    var lastClass: UInt8 = 0
    for scalar in undotted(reordered(scalars.flatMap(decomposed))) {
      let combiningClass = self.combiningClass(scalar)
      if let index = starter, index == composed.count - 1 || lastClass < combiningClass,
        lastClass == 0 || combiningClass != 0,
        let pair = composite(composed[index], scalar)
      {
        composed[index] = pair
        continue
      }
      if combiningClass == 0 { starter = composed.count }
      lastClass = combiningClass
      composed.append(scalar)
    }
    return composed
  }

  private static let composites: [UInt64: UInt32] = {
    var table: [UInt64: UInt32] = [:]
    for row in CompositionTable.pairs {
      let scalars = row.pairs.unicodeScalars.map(\.value)
      for index in stride(from: 0, to: scalars.count, by: 2) {
        table[key(scalars[index], row.mark)] = scalars[index + 1]
      }
    }
    return table
  }()

  private static let decompositions: [UInt32: (UInt32, UInt32)] = {
    var table: [UInt32: (UInt32, UInt32)] = [:]
    for (pair, composite) in composites {
      table[composite] = (UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair))
    }
    return table
  }()

  private static func key(_ base: UInt32, _ mark: UInt32) -> UInt64 {
    UInt64(base) << 32 | UInt64(mark)
  }

  private static func combiningClass(_ scalar: UInt32) -> UInt8 {
    Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue ?? 0
  }

  private static func decomposed(_ scalar: UInt32) -> [UInt32] {
    guard let (base, mark) = decompositions[scalar] else { return [scalar] }
    return decomposed(base) + [mark]
  }

  /// Marks between two starters in the order of their classes.
  private static func reordered(_ scalars: [UInt32]) -> [UInt32] {
    var scalars = scalars
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, combiningClass(scalars[end]) != 0 { end += 1 }
      if end - start > 1 {
        scalars[start..<end].sort { combiningClass($0) < combiningClass($1) }
      }
      start = max(end, start) + 1
    }
    return scalars
  }

  /// Without the dots above i, if no other mark stands between: İ folds to i, and so does what is the same in two
  /// scalars, and what lower case makes of it.
  private static func undotted(_ scalars: [UInt32]) -> [UInt32] {
    var followsI = false
    return scalars.filter { scalar in
      if scalar == 0x307 && followsI { return false }
      switch combiningClass(scalar) {
      case 0: followsI = scalar == 0x69
      case above: followsI = false
      default: break
      }
      return true
    }
  }

  /// The class of marks above their letter.
  private static let above = Unicode.CanonicalCombiningClass.above.rawValue

  private static func composite(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    if (0x1100...0x1112).contains(base), (0x1161...0x1175).contains(mark) {
      return 0xAC00 + ((base - 0x1100) * 21 + (mark - 0x1161)) * 28
    }
    if (0xAC00...0xD7A3).contains(base), (base - 0xAC00) % 28 == 0,
      (0x11A8...0x11C2).contains(mark)
    {
      return base + (mark - 0x11A7)
    }
    return composites[key(base, mark)]
  }
}
