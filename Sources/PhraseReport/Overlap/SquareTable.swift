/// A table with as many rows as columns.
struct SquareTable {
  let side: Int
  private var values: [Double]

  init(side: Int, _ value: (_ row: Int, _ column: Int) -> Double) {
    self.side = side
    values = []
    values.reserveCapacity(side * side)
    for row in 0..<side {
      for column in 0..<side { values.append(value(row, column)) }
    }
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * side + column] }
    set { values[row * side + column] = newValue }
  }
}
