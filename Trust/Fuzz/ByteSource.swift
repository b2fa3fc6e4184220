/// Takes an input apart: choices from its first bytes, the rest as it is.
struct ByteSource {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next byte, 0 behind the last.
  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// A number below `limit`, of two bytes.
  mutating func number(below limit: Int) -> Int {
    (Int(byte()) | Int(byte()) << 8) % max(1, limit)
  }

  /// One of `choices`.
  mutating func choice<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int(byte()) % choices.count]
  }

  /// What is left, cut at each byte 0xFF, which no text holds.
  var pieces: [[UInt8]] {
    rest.split(separator: 0xFF, omittingEmptySubsequences: false).map { Array($0) }
  }

  /// What is left as text.
  var text: String { String(decoding: rest, as: UTF8.self) }
}
