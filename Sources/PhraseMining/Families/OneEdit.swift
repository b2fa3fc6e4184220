/// How one token sequence becomes another by changing, inserting or dropping one token.
package enum OneEdit: Hashable, Sendable {
  /// The token at this index is another.
  case change(at: Int, to: UInt32)
  /// A token is inserted before this index.
  case insertion(before: Int, of: UInt32)
  /// The token at this index is left out.
  case deletion(at: Int)

  /// The edit that makes `other` of `tokens`, or nil if one is not enough, or none is needed. O(n).
  init?(from tokens: [UInt32], to other: [UInt32]) {
    guard abs(tokens.count - other.count) <= 1, tokens != other else { return nil }
    let shorter = min(tokens.count, other.count)
    var prefix = 0
    while prefix < shorter && tokens[prefix] == other[prefix] { prefix += 1 }
    let rest = tokens.dropFirst(prefix)
    let otherRest = other.dropFirst(prefix)
    if tokens.count == other.count, rest.dropFirst().elementsEqual(otherRest.dropFirst()) {
      self = .change(at: prefix, to: other[prefix])
    } else if tokens.count < other.count, rest.elementsEqual(otherRest.dropFirst()) {
      self = .insertion(before: prefix, of: other[prefix])
    } else if tokens.count > other.count, rest.dropFirst().elementsEqual(otherRest) {
      self = .deletion(at: prefix)
    } else {
      return nil
    }
  }
}
