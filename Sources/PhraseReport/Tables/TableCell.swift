/// A value in a row of a table.
package enum TableCell: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case real(Double)
  /// Nothing is known.
  case empty
}
