/// Names as JSON strings, one after another in one buffer, to be written millions of times.
///
/// An array of arrays would count references at each use, on one cache line for all threads.
package struct QuotedNames: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  /// Quotes `names`. O(n) in their length.
  package init(_ names: some Sequence<String>, escapesMarkup: Bool = false) {
    for name in names {
      var json = JSONWriter(escapesMarkup: escapesMarkup)
      json.value(name)
      bytes += json.bytes
      ends.append(bytes.count)
    }
  }

  /// Appends the name at `index`, in its quotation marks.
  func append(_ index: Int, to output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[ends[index]..<ends[index + 1]]))
    }
  }
}
