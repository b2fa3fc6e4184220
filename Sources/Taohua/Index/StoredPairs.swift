internal import CorpusIndex
internal import ShingleEngine

/// How often what may be names of places stands in the documents of an index: two sections of its catalogue, the pairs
/// that begin with one character after another, and where those of each are.
///
/// A pass over all tokens for the few pairs of a draft was a tenth of a check.
struct StoredPairs: Sendable {
  /// The first characters, rising, and where the pairs of each begin; at last where those of the last end.
  private var characters: [UInt32] = []
  private var starts = [0]

  /// Reads which pairs there are; nil if they do not fill `length` bytes.
  init?(_ directory: inout ByteReader, length: Int) {
    var character = 0
    for _ in 0..<directory.count() {
      character &+= directory.number()
      characters.append(UInt32(truncatingIfNeeded: character))
      let count = directory.number()
      guard count > 0, count <= length - starts.last! else { return nil }
      starts.append(starts.last! + count)
    }
    guard starts.last! == length else { return nil }
  }

  /// The counts of `pairs`, which rise.
  func counts(of pairs: [UInt64], in bytes: UnsafeRawBufferPointer) -> [PairCounts.Count] {
    var index = 0
    var row: (character: UInt32, counts: [UInt32: PairCounts.Count])?
    return pairs.map { pair in
      let left = UInt32(truncatingIfNeeded: pair >> 32)
      if row?.character != left {
        while index < characters.count && characters[index] < left { index += 1 }
        let isKnown = index < characters.count && characters[index] == left
        row = (left, isKnown ? Self.counts(bytes[starts[index]..<starts[index + 1]]) : [:])
      }
      return row?.counts[UInt32(truncatingIfNeeded: pair)] ?? PairCounts.Count()
    }
  }

  /// The pairs with one first character, by the second.
  private static func counts(
    _ bytes: Slice<UnsafeRawBufferPointer>
  ) -> [UInt32: PairCounts.Count] {
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes))
    var counts: [UInt32: PairCounts.Count] = [:]
    var character = 0
    while !reader.isAtEnd {
      character &+= reader.number()
      let number = reader.number()
      counts[UInt32(truncatingIfNeeded: character)] = PairCounts.Count(
        all: number >> 1, followed: number & 1 == 0 ? 0 : reader.number())
    }
    return counts
  }

  /// The sections with `pairs`, which rise.
  static func encoded(
    _ pairs: [(pair: UInt64, count: PairCounts.Count)]
  ) -> (directory: [UInt8], pairs: [UInt8]) {
    let starts = pairs.indices.filter { index in
      index == 0 || pairs[index].pair >> 32 != pairs[index - 1].pair >> 32
    }
    var directory = ByteWriter()
    var bytes = ByteWriter()
    directory.add(starts.count)
    var left = 0
    for (start, end) in zip(starts, starts.dropFirst() + [pairs.count]) {
      let first = bytes.bytes.count
      var right = 0
      for (pair, count) in pairs[start..<end] {
        let character = Int(UInt32(truncatingIfNeeded: pair))
        bytes.add(character - right)
        bytes.add(count.all << 1 | (count.followed > 0 ? 1 : 0))
        if count.followed > 0 { bytes.add(count.followed) }
        right = character
      }
      let character = Int(pairs[start].pair >> 32)
      directory.add(character - left)
      directory.add(bytes.bytes.count - first)
      left = character
    }
    return (directory.bytes, bytes.bytes)
  }
}
