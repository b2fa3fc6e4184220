/// All documents as one flat sequence of token numbers: what the engine works on.
///
/// Documents of one source follow each other, so that a pass over rising positions counts distinct
/// sources by looking at the last one only. Documents that are compared but not counted (the drafts
/// of a check) come last.
package struct TokenCorpus: Sendable {
  /// The source of documents that are not counted.
  package static let uncounted = UInt32.max
  /// The number of the slot token.
  package static let slot: UInt32 = 0
  /// The smallest token number that is a word; smaller ones are code points.
  package static let firstWord: UInt32 = 0x11_0000

  /// The tokens of all documents.
  package let tokens: Slab<UInt32>
  /// Where each document's tokens begin, and at last the number of tokens.
  package let documentStarts: [Int]
  /// The source of each document, rising.
  package let sources: [UInt32]
  /// The first token of each block, rising; every document with tokens begins one.
  package let blockStarts: [UInt32]
  /// The hash of each word's folded text, by number from `firstWord`.
  package let wordHashes: [UInt64]
  /// The document that holds position 64 × i.
  private let documentIndex: [UInt32]
  /// One bit for each position: whether a block begins there; the position after the last too.
  private let blockBits: [UInt64]

  /// - Parameters:
  ///   - tokens: the tokens of all documents.
  ///   - documentStarts: where each document begins, and the number of tokens.
  ///   - sources: rising, so that documents of one source are neighbours.
  ///   - blockStarts: the first token of each block, rising.
  ///   - wordHashes: the hashes of words.
  package init(
    tokens: Slab<UInt32>, documentStarts: [Int], sources: [UInt32], blockStarts: [UInt32],
    wordHashes: [UInt64]
  ) {
    self.tokens = tokens
    self.documentStarts = documentStarts
    self.sources = sources
    self.blockStarts = blockStarts
    self.wordHashes = wordHashes
    documentIndex = Self.index(documentStarts)
    blockBits = Self.bits(of: blockStarts, count: tokens.count)
  }

  package var documentCount: Int { sources.count }

  /// The number of distinct counted sources.
  package var sourceCount: Int {
    var count = 0
    var last = Self.uncounted
    for source in sources where source != last && source != Self.uncounted {
      count += 1
      last = source
    }
    return count
  }

  /// The document that holds the token at `position`. O(1) for documents of ordinary length.
  package func document(at position: Int) -> Int {
    var document = Int(documentIndex[position >> 6])
    while documentStarts[document + 1] <= position { document += 1 }
    return document
  }

  /// The source of the document that holds the token at `position`.
  package func source(at position: Int) -> UInt32 { sources[document(at: position)] }

  /// The tokens of `document`.
  package func range(of document: Int) -> Range<Int> {
    documentStarts[document]..<documentStarts[document + 1]
  }

  /// The part of `blockStarts` that lies in `range`, which begins and ends with a document.
  package func blocks(in range: Range<Int>) -> Range<Int> {
    blockStarts.lowerBound(of: range.lowerBound)..<blockStarts.lowerBound(of: range.upperBound)
  }

  /// Whether a block begins at `position`, or the corpus ends there.
  package func startsBlock(_ position: Int) -> Bool {
    blockBits[position >> 6] >> UInt64(position & 63) & 1 != 0
  }

  /// Where block `index` ends.
  package func blockEnd(_ index: Int) -> Int {
    index + 1 < blockStarts.count ? Int(blockStarts[index + 1]) : tokens.count
  }

  /// Whether the `length` tokens at both positions are the same.
  package func equal(_ a: Int, _ b: Int, length: Int) -> Bool {
    for offset in 0..<length where tokens[a + offset] != tokens[b + offset] { return false }
    return true
  }

  /// Whether at least half of the `length` tokens at `position` are no slots (D2).
  package func hasEnoughWords(at position: Int, length: Int) -> Bool {
    var slots = 0
    for offset in 0..<length where tokens[position + offset] == Self.slot { slots += 1 }
    return 2 * slots <= length
  }

  /// Cuts the documents into parts of about equal size for the workers.
  package func parts(_ count: Int) -> [Range<Int>] {
    let target = max(1, tokens.count / max(1, count))
    var parts: [Range<Int>] = []
    var first = 0
    for document in 0..<documentCount {
      let size = documentStarts[document + 1] - documentStarts[first]
      if size >= target || document == documentCount - 1 {
        parts.append(first..<document + 1)
        first = document + 1
      }
    }
    return parts
  }

  private static func bits(of starts: [UInt32], count: Int) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (count >> 6) + 1)
    for start in starts { bits[Int(start) >> 6] |= 1 << UInt64(start & 63) }
    bits[count >> 6] |= 1 << UInt64(count & 63)
    return bits
  }

  private static func index(_ starts: [Int]) -> [UInt32] {
    let count = starts.last ?? 0
    var index = [UInt32](repeating: 0, count: (count >> 6) + 1)
    var document = 0
    for slot in index.indices {
      while document + 2 < starts.count && starts[document + 1] <= slot << 6 { document += 1 }
      index[slot] = UInt32(document)
    }
    return index
  }
}

extension Array where Element == UInt32 {
  /// The index of the first element that is not below `value`, in a rising array. O(log n).
  package func lowerBound(of value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle]) < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
