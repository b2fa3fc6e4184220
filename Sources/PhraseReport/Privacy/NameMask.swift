/// Covers names in texts with signs of the same number of bytes, so that offsets hold.
struct NameMask: Sendable {
  /// The names as bytes, by their first three, the longest first.
  private let names: [Prefix: [[UInt8]]]

  private struct Prefix: Hashable {
    var first: UInt8
    var second: UInt8
    var third: UInt8
  }

  /// What a place may end with and still be the same place.
  private static let suffixes: Set<Character> = ["省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村"]

  /// - Parameter names: What is to be covered. Names of less than two characters, or of digits alone,
  ///   are no names; what is called 昆明市 is covered where it is called 昆明 too.
  init(names: [String]) {
    var all: Set<[UInt8]> = []
    for name in names {
      let name = String(name.drop(while: \.isWhitespace))
      if Self.isName(name) { all.insert(Array(name.utf8)) }
      if let last = name.last, Self.suffixes.contains(last), name.count >= 3 {
        all.insert(Array(name.dropLast().utf8))
      }
    }
    self.names = Dictionary(grouping: all) {
      Prefix(first: $0[0], second: $0[1], third: $0[2])
    }.mapValues { names in
      names.sorted { a, b in
        a.count != b.count ? a.count > b.count : a.lexicographicallyPrecedes(b)
      }
    }
  }

  private static func isName(_ text: String) -> Bool {
    text.count >= 2 && text.utf8.count >= 3 && text.contains(where: \.isLetter)
  }

  func masked(_ text: String) -> String {
    String(decoding: masked(Array(text.utf8)), as: UTF8.self)
  }

  /// `content` with every name in it covered. O(n) but for names that begin alike.
  func masked(_ content: [UInt8]) -> [UInt8] {
    var content = content
    var index = 0
    while index + 2 < content.count {
      let prefix = Prefix(
        first: content[index], second: content[index + 1], third: content[index + 2])
      let name = names[prefix]?.first { content[index...].starts(with: $0) }
      if let name, Self.isWhole(index..<index + name.count, in: content) {
        Self.cover(&content, in: index..<index + name.count)
        index += name.count
      } else {
        index += 1
      }
    }
    return content
  }

  /// Whether a name of Latin letters is no part of a longer word.
  private static func isWhole(_ range: Range<Int>, in content: [UInt8]) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      guard content.indices.contains(index) else { return false }
      let byte = content[index] | 0x20
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    let cutsStart = isLetter(range.lowerBound) && isLetter(range.lowerBound - 1)
    let cutsEnd = isLetter(range.upperBound - 1) && isLetter(range.upperBound)
    return !cutsStart && !cutsEnd
  }

  /// Puts a sign of as many bytes in the place of each character that is no white space or line end.
  static func cover(_ content: inout [UInt8], in range: Range<Int>) {
    let signs: [[UInt8]] = ["*", "×", "〇", "🀫"].map { Array($0.utf8) }
    var index = range.lowerBound
    while index < range.upperBound {
      let length = min(max(1, (~content[index]).leadingZeroBitCount), range.upperBound - index, 4)
      if content[index] > UInt8(ascii: " ") {
        content.replaceSubrange(index..<index + length, with: signs[length - 1])
      }
      index += length
    }
  }
}
