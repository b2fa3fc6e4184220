/// The part of a file that tells its encoding.
enum EncodingSample {
  /// Lines of `bytes` with bytes above 0x7F, whole as far as `limit` allows: in every encoding that
  /// holds ASCII a line feed is one.
  static func lines(of bytes: [UInt8], limit: Int) -> [UInt8] {
    var sample: [UInt8] = []
    var start = 0
    while start < bytes.count, sample.count < limit {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      if bytes[start..<end].contains(where: { $0 >= 0x80 }) {
        sample += bytes[start..<min(end, start + limit)]
      }
      start = end
    }
    return sample
  }

  /// Whether the bytes above 0x7F are in characters of UTF-8 but for a few: it is damaged, or cut at
  /// the end. In text of another encoding one byte in ten is by chance.
  static func isMostlyUTF8(_ sample: [UInt8]) -> Bool {
    var valid = 0
    var invalid = 0
    var offset = 0
    while offset < sample.count {
      let length = utf8Length(sample[offset...].prefix(4))
      if length > 0 {
        valid += length
      } else if sample[offset] >= 0x80 {
        invalid += 1
        let rest = sample[offset...]
        if rest.count < 4, rest[offset] >= 0xC2, rest.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 })
        {
          break
        }
      }
      offset += max(1, length)
    }
    return valid >= 6 && valid >= 5 * invalid
  }

  /// The characters of UTF-8 with two bytes or more in `bytes`, and how many bytes they have.
  static func utf8Characters(_ bytes: [UInt8]) -> (characters: Int, bytes: Int) {
    var characters = 0
    var valid = 0
    var offset = 0
    while offset < bytes.count {
      let length = utf8Length(bytes[offset...].prefix(4))
      if length > 0 {
        characters += 1
        valid += length
      }
      offset += max(1, length)
    }
    return (characters, valid)
  }

  /// The length of the character of two bytes or more that `bytes` begin with, 0 for none.
  private static func utf8Length(_ bytes: ArraySlice<UInt8>) -> Int {
    let length =
      switch bytes.first! {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, bytes.count >= length else { return 0 }
    return bytes.dropFirst().prefix(length - 1).allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }
}
