/// Tokens in the making: the storage of a ``TokenTable``'s arrays, written directly.
///
/// Appending to four arrays costs four uniqueness checks a token, and copying them afterwards
/// touches their memory twice; each was a fifth of the time of reading Chinese.
struct TokenBuffer {
  var count = 0
  let values: UnsafeMutablePointer<UInt32>
  let starts: UnsafeMutablePointer<UInt32>
  let ends: UnsafeMutablePointer<UInt32>
  let separators: UnsafeMutablePointer<Separator>

  /// Adds a token after the last. The caller keeps to the capacity.
  @inline(__always)
  mutating func append(value: UInt32, start: Int, end: Int, separator: Separator) {
    values[count] = value
    starts[count] = UInt32(truncatingIfNeeded: start)
    ends[count] = UInt32(truncatingIfNeeded: end)
    separators[count] = separator
    count &+= 1
  }
}

extension TokenTable {
  /// Makes a table of at most `capacity` tokens, which `fill` writes; it returns their number.
  ///
  /// Memory that is reserved and never touched costs nothing.
  init(capacity: Int, fill: (TokenBuffer) -> Int) {
    self.init()
    var filled = 0
    // Those of no capacity would write the count of the array that all threads have for empty ones.
    let capacity = max(1, capacity)
    values = Array(unsafeUninitializedCapacity: capacity) { values, valueCount in
      starts = Array(unsafeUninitializedCapacity: capacity) { starts, startCount in
        ends = Array(unsafeUninitializedCapacity: capacity) { ends, endCount in
          separators = Array(unsafeUninitializedCapacity: capacity) { separators, separatorCount in
            guard let values = values.baseAddress, let starts = starts.baseAddress,
              let ends = ends.baseAddress, let separators = separators.baseAddress
            else { return }
            filled = fill(
              TokenBuffer(values: values, starts: starts, ends: ends, separators: separators))
            separatorCount = filled
          }
          endCount = filled
        }
        startCount = filled
      }
      valueCount = filled
    }
  }
}
