/// The tokens of documents where a search may read them.
///
/// One of three, not an existential: the passes over them are compiled for each.
package enum DocumentTokens: Sendable {
  /// In memory, numbered like the drafts.
  case corpus(TokenCorpus)
  /// Stored, with codes of two bytes, or of four.
  case narrow(CodeColumn<UInt16>)
  case wide(CodeColumn<UInt32>)
}

/// The tokens of documents, however they are stored.
protocol TokenColumn: Sendable {
  /// The token at `position` in the numbering of the drafts; ``TokenCorpus/unknown`` for a word that they
  /// do not have.
  func token(at position: Int) -> UInt32
  /// The digit that stands for it in the rolling hash.
  func digit(at position: Int) -> UInt64
  /// Whether a block begins at `position`.
  func startsBlock(_ position: Int) -> Bool
}

extension TokenCorpus {
  /// A word that the drafts do not have: equal to no token of theirs.
  package static let unknown = UInt32.max

  /// The documents of a corpus in memory, numbered like the drafts.
  struct Column: TokenColumn {
    fileprivate let corpus: TokenCorpus
    fileprivate let hash: RollingHash

    @inline(__always)
    func token(at position: Int) -> UInt32 { corpus.tokens[position] }
    @inline(__always)
    func digit(at position: Int) -> UInt64 { hash.digit(corpus.tokens[position]) }
    @inline(__always)
    func startsBlock(_ position: Int) -> Bool { corpus.startsBlock(position) }
  }

  var column: Column {
    Column(corpus: self, hash: RollingHash(length: 1, wordHashes: wordHashes))
  }
}

/// What the codes of stored tokens mean to the drafts.
package struct CodeMeanings: Sendable {
  fileprivate let tokens: Slab<UInt32>
  fileprivate let digits: Slab<UInt64>

  /// - Parameters:
  ///   - tokens: for each code its token in the numbering of the drafts, or ``TokenCorpus/unknown``.
  ///   - wordHashes: for each code that is a word, the hash of its text; anything for others.
  ///   - characters: for each code that is no word, its token; nil for words.
  package init(tokens: [UInt32], characters: [UInt32?], wordHashes: [UInt64]) {
    let hash = RollingHash(length: 1, wordHashes: [])
    self.tokens = Slab(uninitialized: tokens.count)
    digits = Slab(uninitialized: tokens.count)
    for code in tokens.indices {
      self.tokens[code] = tokens[code]
      digits[code] = characters[code].map { hash.digit($0) } ?? wordHashes[code]
    }
  }
}

/// Stored tokens: codes of two or four bytes with a table of what they mean, and a bit for each that
/// begins a block.
@safe
package struct CodeColumn<Code: FixedWidthInteger & UnsignedInteger & Sendable>:
  @unchecked Sendable
{
  private let codes: UnsafeBufferPointer<Code>
  private let blockBits: UnsafeBufferPointer<UInt64>
  private let meanings: CodeMeanings

  /// - Precondition: every code has a meaning, there is a bit for every code, and the memory outlives
  ///   the column.
  package init(
    codes: UnsafeBufferPointer<Code>, blockBits: UnsafeBufferPointer<UInt64>,
    meanings: CodeMeanings
  ) {
    unsafe self.codes = codes
    unsafe self.blockBits = blockBits
    self.meanings = meanings
  }
}

extension CodeColumn: TokenColumn {
  @inline(__always)
  func token(at position: Int) -> UInt32 { unsafe meanings.tokens[Int(codes[position])] }
  @inline(__always)
  func digit(at position: Int) -> UInt64 { unsafe meanings.digits[Int(codes[position])] }
  @inline(__always)
  func startsBlock(_ position: Int) -> Bool {
    unsafe blockBits[position >> 6] >> UInt64(position & 63) & 1 != 0
  }
}
