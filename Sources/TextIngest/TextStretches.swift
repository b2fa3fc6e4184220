/// Which stretches of a document's text its tokens come from, and where blocks begin: all that is needed
/// to make the same tokens of the same text again, without the file that it came from.
///
/// A list of steps, each two variable-length numbers (LEB128): the bytes since the end of the last stretch
/// times four plus what comes before this one (0 a new block, 1 a joined line, 2 nothing), and the bytes of
/// the stretch.
package struct TextStretches: Hashable, Sendable {
  package enum Opening: UInt8, Sendable {
    case block = 0
    case joinedLine = 1
    case none = 2
  }

  /// The steps, as they are stored.
  package private(set) var bytes: [UInt8] = []
  /// Where the last stretch ended.
  private var end: Int

  /// - Parameter start: offset of the document's first byte.
  package init(from start: Int) { end = start }

  /// - Parameters:
  ///   - bytes: steps that were made before.
  ///   - start: offset of the document's first byte.
  package init(bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    end = start
  }

  /// Adds a stretch, which may be empty.
  mutating func add(_ range: Range<Int>, after opening: Opening) {
    append(UInt64(max(0, range.lowerBound - end)) << 2 | UInt64(opening.rawValue))
    append(UInt64(range.count))
    end = range.upperBound
  }

  private mutating func append(_ number: UInt64) {
    var number = number
    while number >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(number))
  }

  /// Calls `body` with each stretch; false if the steps are damaged or leave `limits`.
  func forEach(in limits: Range<Int>, _ body: (Range<Int>, Opening) -> Void) -> Bool {
    var index = 0
    var end = limits.lowerBound
    while index < bytes.count {
      guard let step = number(at: &index), let length = number(at: &index),
        let opening = Opening(rawValue: UInt8(step & 3)),
        step >> 2 <= UInt64(limits.upperBound - end)
      else { return false }
      let start = end + Int(step >> 2)
      guard length <= UInt64(limits.upperBound - start) else { return false }
      end = start + Int(length)
      body(start..<end, opening)
    }
    return true
  }

  private func number(at index: inout Int) -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 35 {
      let byte = bytes[index]
      index += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }
}
