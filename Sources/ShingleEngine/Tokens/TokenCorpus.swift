/// All documents as one flat sequence of token numbers: what the engine works on.
///
/// Documents that are compared but not counted (the drafts of a check) have a source of their own.
public struct TokenCorpus: Sendable {
  /// The source of documents that are not counted.
  @inlinable public static var uncounted: UInt32 { .max }
  /// The number of the slot token.
  @inlinable public static var slot: UInt32 { 0 }
  /// The smallest token number that is a word; smaller ones are code points.
  @inlinable public static var firstWord: UInt32 { 0x11_0000 }

  /// As many tokens as a corpus may have: positions and what is one more have 32 bits.
  package static let mostTokens = Int(UInt32.max) - 1

  /// The tokens of all documents.
  public let tokens: Slab<UInt32>
  /// Where each document's tokens begin, and at last the number of tokens.
  public let documentStarts: [Int]
  /// The source of each document, below the number of documents, or ``uncounted``.
  public let sources: [UInt32]
  /// The number of distinct counted sources, or one more than the greatest of their numbers.
  public let sourceCount: Int
  /// The first token of each block, rising; every document with tokens begins one.
  public let blockStarts: [UInt32]
  /// The hash of each word's folded text, by number from `firstWord`.
  public let wordHashes: [UInt64]
  /// The document that holds the first position of each chunk.
  @usableFromInline let documentIndex: [UInt32]
  /// The source of all positions of each chunk; `severalSources` where they have more than one.
  @usableFromInline let chunkSources: [UInt32]
  /// One bit for each position: whether a block begins there; the position after the last too.
  @usableFromInline let blockBits: [UInt64]

  /// - Parameters:
  ///   - tokens: the tokens of all documents.
  ///   - documentStarts: where each document begins, and the number of tokens.
  ///   - sources: the source of each document, numbered from 0 without a gap, or ``uncounted``.
  ///   - blockStarts: the first token of each block, rising.
  ///   - wordHashes: the hashes of words.
  package init(
    tokens: Slab<UInt32>, documentStarts: [Int], sources: [UInt32], blockStarts: [UInt32],
    wordHashes: [UInt64]
  ) {
    // Whoever reads a corpus leaves out what does not fit; two that are joined may be too many.
    precondition(tokens.count <= Self.mostTokens, "more tokens than 32 bits can number")
    self.tokens = tokens
    self.documentStarts = documentStarts
    self.sources = sources
    self.blockStarts = blockStarts
    self.wordHashes = wordHashes
    sourceCount = Self.count(sources)
    documentIndex = Self.index(documentStarts)
    chunkSources = Self.chunks(documentIndex, documentStarts, sources)
    blockBits = Self.bits(of: blockStarts, count: tokens.count)
  }

  /// The same documents counted as other sources.
  package func counted(as sources: [UInt32]) -> TokenCorpus {
    TokenCorpus(self, sources: sources)
  }

  private init(_ other: TokenCorpus, sources: [UInt32]) {
    tokens = other.tokens
    documentStarts = other.documentStarts
    self.sources = sources
    blockStarts = other.blockStarts
    wordHashes = other.wordHashes
    sourceCount = Self.count(sources)
    documentIndex = other.documentIndex
    chunkSources = Self.chunks(documentIndex, documentStarts, sources)
    blockBits = other.blockBits
  }

  private static func count(_ sources: [UInt32]) -> Int {
    sources.lazy.filter { $0 != uncounted }.max().map { Int($0) + 1 } ?? 0
  }

  public var documentCount: Int { sources.count }

  /// The document that holds the token at `position`. O(1) for documents of ordinary length.
  @inlinable public func document(at position: Int) -> Int {
    var document = Int(documentIndex[position >> Self.chunkBits])
    while documentStarts[document + 1] <= position { document += 1 }
    return document
  }

  /// The source of the document that holds the token at `position`.
  @inlinable public func source(at position: Int) -> UInt32 {
    let source = chunkSources[position >> Self.chunkBits]
    return source == Self.severalSources ? sources[document(at: position)] : source
  }

  /// Where the document that holds the token at `position` ends.
  func documentEnd(at position: Int) -> Int { documentStarts[document(at: position) + 1] }

  /// The tokens of `document`.
  @inlinable public func range(of document: Int) -> Range<Int> {
    documentStarts[document]..<documentStarts[document + 1]
  }

  /// The tokens of neighbouring documents.
  @inlinable public func range(of documents: Range<Int>) -> Range<Int> {
    documentStarts[documents.lowerBound]..<documentStarts[documents.upperBound]
  }

  /// The part of `blockStarts` that lies in `range`, which begins and ends with a document.
  public func blocks(in range: Range<Int>) -> Range<Int> {
    blockStarts.lowerBound(of: range.lowerBound)..<blockStarts.lowerBound(of: range.upperBound)
  }

  /// Whether a block begins at `position`, or the corpus ends there.
  @inlinable public func startsBlock(_ position: Int) -> Bool {
    blockBits[position >> 6] >> UInt64(position & 63) & 1 != 0
  }

  /// Asks for the cache line that tells whether the block of `position` ends there.
  func prefetchBlock(_ position: Int) { blockBits.prefetch(position >> 6) }

  /// Stands for "the block ends here": no token has this number.
  static let blockEnd = UInt32.max

  /// The token at `end`, where a sequence ends, or `blockEnd`.
  @inline(__always)
  func token(after end: Int) -> UInt32 { startsBlock(end) ? Self.blockEnd : tokens[end] }

  /// The token before `start`, where a sequence begins, or `blockEnd`.
  @inline(__always)
  func token(before start: Int) -> UInt32 {
    startsBlock(start) ? Self.blockEnd : tokens[start - 1]
  }

  /// The tokens from `position` to the end of its block, `limit` at most. O(limit / 64).
  package func blockRemainder(at position: Int, limit: Int) -> Int {
    let first = position + 1
    // Mostly its end or the limit lies among the next 64.
    let shift = UInt64(first & 63)
    let low = blockBits[first >> 6] >> shift
    let near = low | (blockBits[first >> 6 + 1] << 1) << (63 - shift)
    if near != 0 || limit <= 64 { return min(limit, 1 + near.trailingZeroBitCount) }
    let last = position + limit
    var index = first + 64
    while index < last {
      let word = blockBits[index >> 6] >> UInt64(index & 63)
      if word != 0 { return min(limit, index + word.trailingZeroBitCount - position) }
      index = (index | 63) + 1
    }
    return limit
  }

  /// How many tokens two places share inside their blocks, `limit` at most; `length` of them, at least one,
  /// are known to be the same. O(n) for n tokens.
  package func commonLength(
    _ a: Int, _ b: Int, atLeast length: Int, limit: Int = .max
  ) -> Int {
    commonLength(a, b, atLeast: length, limit: limit, isInside: false)
  }

  /// As above, where the block of `a` is known to have `limit` tokens from there on.
  package func commonLength(inside a: Int, _ b: Int, atLeast length: Int, limit: Int) -> Int {
    commonLength(a, b, atLeast: length, limit: limit, isInside: true)
  }

  @inline(__always)
  private func commonLength(
    _ a: Int, _ b: Int, atLeast length: Int, limit: Int, isInside: Bool
  ) -> Int {
    let step = 64
    var common = length
    while true {
      let room = min(step, limit - common, tokens.count - common - max(a, b))
      var same = tokens.commonCount(a + common, b + common, count: room)
      // Most part at once: then no block is asked for.
      if same == 0 { return common }
      same = blockRemainder(at: b + common - 1, limit: same + 1) - 1
      if !isInside { same = blockRemainder(at: a + common - 1, limit: same + 1) - 1 }
      common += same
      if same < step { return common }
    }
  }

  /// Where block `index` ends.
  @inlinable public func blockEnd(_ index: Int) -> Int {
    index + 1 < blockStarts.count ? Int(blockStarts[index + 1]) : tokens.count
  }

  /// Whether the `length` tokens at both positions are the same.
  @inlinable public func equal(_ a: Int, _ b: Int, length: Int) -> Bool {
    for offset in 0..<length where tokens[a + offset] != tokens[b + offset] { return false }
    return true
  }

  /// Whether at least half of the `length` tokens at `position` are no slots (D2).
  package func hasEnoughWords(at position: Int, length: Int) -> Bool {
    2 * slots(at: position, length: length) <= length
  }

  /// The slots among the `length` tokens at `position`.
  func slots(at position: Int, length: Int) -> Int {
    var slots = 0
    for offset in 0..<length where tokens[position + offset] == Self.slot { slots += 1 }
    return slots
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
    // One word more than has bits: two are read at once.
    var bits = [UInt64](repeating: 0, count: (count >> 6) + 2)
    for start in starts { bits[Int(start) >> 6] |= 1 << UInt64(start & 63) }
    bits[count >> 6] |= 1 << UInt64(count & 63)
    return bits
  }

  /// log₂ of the positions in a chunk: so large that the tables of a large corpus fit into the
  /// second-level cache, so small that most chunks lie in one document.
  @usableFromInline static let chunkBits = 8
  @usableFromInline static let severalSources = UInt32.max - 1

  private static func chunks(
    _ index: [UInt32], _ starts: [Int], _ sources: [UInt32]
  ) -> [UInt32] {
    index.indices.map { chunk in
      let first = Int(index[chunk])
      guard first < sources.count else { return severalSources }
      return starts[first + 1] >= (chunk + 1) << chunkBits ? sources[first] : severalSources
    }
  }

  private static func index(_ starts: [Int]) -> [UInt32] {
    let count = starts.last ?? 0
    var index = [UInt32](repeating: 0, count: (count >> chunkBits) + 1)
    var document = 0
    for slot in index.indices {
      while document + 2 < starts.count && starts[document + 1] <= slot << chunkBits {
        document += 1
      }
      index[slot] = UInt32(document)
    }
    return index
  }
}

extension Array where Element == UInt32 {
  /// The index of the first element that is not below `value`, in a rising array. O(log n).
  @inlinable public func lowerBound(of value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle]) < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
