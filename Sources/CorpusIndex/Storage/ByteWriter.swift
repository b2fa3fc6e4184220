/// Writes numbers and texts one after another: whole numbers by 7 bits a byte (LEB128), the rest in the order
/// of little-endian machines.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Eight bytes.
  package mutating func add(fixed number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  package mutating func add(_ other: [UInt8]) {
    add(other.count)
    bytes += other
  }

  package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func add(ifKnown text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  package mutating func add(ifKnown number: Int?) {
    add(number != nil)
    if let number { add(number) }
  }
}
