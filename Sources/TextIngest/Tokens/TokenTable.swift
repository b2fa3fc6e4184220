/// The tokens of one file, as a structure of arrays: 13 bytes a token, no object per token.
///
/// Tokens are in the order of their bytes and never overlap.
package struct TokenTable: Sendable {
  /// What the engine compares; see ``TokenValue``.
  package var values: [UInt32] = []
  /// Byte offset of each token's first byte in the file.
  package var starts: [UInt32] = []
  /// Byte offset after each token's last byte.
  package var ends: [UInt32] = []
  /// What stands before each token.
  package var separators: [Separator] = []

  package init() {}

  package var count: Int { values.count }
}

/// How a token is numbered: two tokens are equal when their numbers are.
///
/// - `0` is the slot, whatever fills it.
/// - Up to `0x10FFFF`: a token of one character, its code point after folding of width and case.
/// - From `0x110000`: a word, or a character with combining marks, `0x110000 +` its index in the
///   file's ``WordTable``.
///
/// Public, for they are asked for of every token: the compiler inlines only public declarations across modules.
public enum TokenValue {
  /// The number of the slot.
  @inlinable public static var slot: UInt32 { 0 }
  /// The smallest number that is no code point.
  @inlinable public static var firstWord: UInt32 { 0x11_0000 }
}
