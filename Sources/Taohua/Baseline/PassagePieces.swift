internal import ShingleEngine

/// A copied passage in pieces that its own tokens tell apart, so that it is known again when it was
/// lengthened, cut, or edited inside: all pieces but those at the edges and edits stay the same.
///
/// A piece ends where the hash of two tokens is divisible (Muthitacharoen, Chen and Mazières, "A
/// low-bandwidth network file system", 2001), after ``longest`` tokens at the latest.
struct PassagePieces {
  /// One piece: a hash of its tokens, and how many they are.
  struct Piece: Hashable {
    var hash: UInt16
    var tokens: Int
  }

  /// Two changed pieces are less than half of the shortest passage.
  static let longest = 10
  private static let divisor: UInt64 = 5

  private(set) var pieces: [Piece] = []

  /// - Parameter tokens: as they are folded.
  init(_ tokens: [String]) {
    var start = 0
    for end in tokens.indices {
      let isLast = end == tokens.count - 1
      let isCut =
        end > start && TokenHash.stableHash(of: Array(tokens[end - 1...end])) % Self.divisor == 0
      guard isLast || isCut || end - start + 1 == Self.longest else { continue }
      let hash = TokenHash.stableHash(of: Array(tokens[start...end]))
      pieces.append(Piece(hash: UInt16(truncatingIfNeeded: hash), tokens: end - start + 1))
      start = end + 1
    }
  }

  /// `hashes`, four hexadecimal digits each.
  static func text(of hashes: [UInt16]) -> String {
    hashes.map { hash in
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// The hashes in `text`; nil if it is none.
  static func hashes(in text: Substring) -> [UInt16]? {
    let digits = Array(text.utf8)
    guard digits.count % 4 == 0 else { return nil }
    var hashes: [UInt16] = []
    for start in stride(from: 0, to: digits.count, by: 4) {
      let part = String(decoding: digits[start..<start + 4], as: UTF8.self)
      guard let hash = UInt16(part, radix: 16), part == Self.text(of: [hash]) else { return nil }
      hashes.append(hash)
    }
    return hashes
  }
}
