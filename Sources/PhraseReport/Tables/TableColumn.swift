/// A column of a table of `Row`s: its name, its type, and its value in a row.
///
/// Name and value are told together, so that no rendering can put one under the other's head.
package struct TableColumn<Row>: Sendable {
  let name: String
  let type: TableColumnType
  let cell: @Sendable (Row) -> TableCell

  static func text(_ name: String, _ value: @escaping @Sendable (Row) -> String?) -> Self {
    Self(name: name, type: .text) { value($0).map { .text($0) } ?? .empty }
  }

  static func integer(_ name: String, _ value: @escaping @Sendable (Row) -> Int?) -> Self {
    Self(name: name, type: .integer) { value($0).map { .integer($0) } ?? .empty }
  }

  static func real(_ name: String, _ value: @escaping @Sendable (Row) -> Double?) -> Self {
    Self(name: name, type: .real) { value($0).map { .real($0) } ?? .empty }
  }
}

/// What the cells of a column are, where they are not empty.
package enum TableColumnType: Hashable, Sendable {
  case text, integer, real
}
