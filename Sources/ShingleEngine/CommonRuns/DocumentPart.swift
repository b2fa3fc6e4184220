/// Some documents of a reference: their tokens, and which they are.
package struct DocumentPart: Sendable {
  package let tokens: DocumentTokens
  /// Where each document begins, and at last where the last one ends.
  package let starts: [Int]
  /// The number of each document among all; nil for one that is dead.
  package let numbers: [UInt32?]
  /// The documents that live, by rising number.
  private let order: [Int]

  package init(tokens: DocumentTokens, starts: [Int], numbers: [UInt32?]) {
    self.tokens = tokens
    self.starts = starts
    self.numbers = numbers
    order = numbers.indices.filter { numbers[$0] != nil }.sorted { numbers[$0]! < numbers[$1]! }
  }

  /// Where the tokens of document `number` lie; nil if it is not here. O(log n).
  package func range(ofDocument number: Int) -> Range<Int>? {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if Int(numbers[order[middle]]!) < number { low = middle + 1 } else { high = middle }
    }
    guard low < order.count, numbers[order[low]]! == UInt32(number) else { return nil }
    return starts[order[low]]..<starts[order[low] + 1]
  }

  /// The living documents by rising number, in groups of about equal size.
  func chunks(_ count: Int) -> [[(number: UInt32, range: Range<Int>)]] {
    let target = max(1, ((starts.last ?? 0) - (starts.first ?? 0)) / count)
    var chunks: [[(number: UInt32, range: Range<Int>)]] = []
    var chunk: [(number: UInt32, range: Range<Int>)] = []
    var size = 0
    for index in order {
      let range = starts[index]..<starts[index + 1]
      chunk.append((numbers[index]!, range))
      size += range.count
      if size >= target {
        chunks.append(chunk)
        chunk = []
        size = 0
      }
    }
    if !chunk.isEmpty { chunks.append(chunk) }
    return chunks
  }
}
