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

/// The tokens of documents, however they are stored: as codes, one for each token that occurs.
protocol TokenColumn: Sendable {
  /// The code at `position`.
  func code(at position: Int) -> UInt32
  /// The code of `token`, which is numbered like those of the drafts; ``TokenCorpus/unknown``, which no
  /// code is, for one that no document has.
  func code(of token: UInt32) -> UInt32
  /// The `count` codes at `position`, four at most, as one number; see ``gram(of:count:)``.
  func gram(at position: Int, count: Int) -> UInt64
  /// The number of `count` codes: the same number for the same codes, hardly ever for others.
  static func gram(of code: (Int) -> UInt32, count: Int) -> UInt64
  /// The digit that stands for the token at `position` in the rolling hash.
  func digit(at position: Int) -> UInt64
  /// One bit for each token, whether a block begins there.
  var blockBits: [UInt64] { get }
}

extension TokenColumn {
  @inline(__always)
  func gram(at position: Int, count: Int) -> UInt64 {
    Self.gram(of: { code(at: position + $0) }, count: count)
  }

  @inline(__always)
  static func gram(of code: (Int) -> UInt32, count: Int) -> UInt64 {
    var gram: UInt64 = 0
    for offset in 0..<count { gram ^= UInt64(code(offset)) &<< UInt64(16 &* offset) }
    return gram
  }

  /// Whether a block begins at `position`.
  @inline(__always)
  func startsBlock(_ position: Int) -> Bool {
    blockBits[position &>> 6] &>> UInt64(truncatingIfNeeded: position & 63) & 1 != 0
  }

  /// Whether the `length` tokens at `position` lie in one block. O(length / 64).
  @inline(__always)
  func isInBlock(_ position: Int, length: Int) -> Bool {
    var start = position &+ 1
    let end = position &+ length
    while start < end {
      let bit = start & 63
      let count = min(64 &- bit, end &- start)
      let bits = blockBits[start &>> 6] &>> UInt64(truncatingIfNeeded: bit)
      if bits &<< UInt64(truncatingIfNeeded: 64 &- count) != 0 { return false }
      start &+= count
    }
    return true
  }
}

extension TokenCorpus {
  /// A word that documents do not have: equal to no token of theirs.
  package static let unknown = UInt32.max

  /// The documents of a corpus in memory, numbered like the drafts: the tokens are the codes.
  struct Column: TokenColumn {
    fileprivate let corpus: TokenCorpus
    fileprivate let hash: RollingHash

    @inline(__always)
    func code(at position: Int) -> UInt32 { corpus.tokens[position] }
    func code(of token: UInt32) -> UInt32 { token }
    @inline(__always)
    func digit(at position: Int) -> UInt64 { hash.digit(corpus.tokens[position]) }
    @inline(__always)
    var blockBits: [UInt64] { corpus.blockBits }
  }

  var column: Column {
    Column(corpus: self, hash: RollingHash(length: 1, wordHashes: wordHashes))
  }
}

/// What the codes of stored tokens mean to the drafts.
package struct CodeMeanings: Sendable {
  /// The codes of tokens in the numbering of the drafts.
  fileprivate let codes: [UInt32: UInt32]
  /// For each code its digit in the rolling hash.
  fileprivate let digits: Slab<UInt64>

  /// - Parameters:
  ///   - tokens: for each code its token in the numbering of the drafts, or ``TokenCorpus/unknown``.
  ///   - wordHashes: for each code that is a word, the hash of its text; anything for others.
  package init(tokens: [UInt32], wordHashes: [UInt64]) {
    let hash = RollingHash(length: 1, wordHashes: [])
    digits = Slab(uninitialized: tokens.count)
    var codes: [UInt32: UInt32] = [:]
    codes.reserveCapacity(tokens.count)
    for (code, token) in tokens.enumerated() {
      digits[code] = token < TokenCorpus.firstWord ? hash.digit(token) : wordHashes[code]
      if token != TokenCorpus.unknown { codes[token] = UInt32(code) }
    }
    self.codes = codes
  }
}

/// Stored tokens: codes of two or four bytes with a table of what they mean, and a bit for each that
/// begins a block.
@safe
package struct CodeColumn<Code: FixedWidthInteger & UnsignedInteger & Sendable>:
  @unchecked Sendable
{
  private let codes: UnsafePointer<Code>
  fileprivate let bits: [UInt64]
  private let meanings: CodeMeanings
  /// What the memory of the codes lives as long as.
  private let owner: AnyObject

  /// - Precondition: every code has a meaning, and there is a bit for every code.
  package init(
    codes: UnsafePointer<Code>, of owner: AnyObject, blockBits: [UInt64],
    meanings: CodeMeanings
  ) {
    unsafe self.codes = codes
    self.owner = owner
    bits = blockBits
    self.meanings = meanings
  }
}

extension CodeColumn: TokenColumn {
  @inline(__always)
  func code(at position: Int) -> UInt32 { unsafe UInt32(truncatingIfNeeded: codes[position]) }

  @inline(__always)
  func gram(at position: Int, count: Int) -> UInt64 {
    // Four codes of two bytes are one read of memory.
    if MemoryLayout<Code>.size == 2 && count == 4 {
      return unsafe UInt64(
        littleEndian: UnsafeRawPointer(codes + position).loadUnaligned(as: UInt64.self))
    }
    return Self.gram(of: { code(at: position &+ $0) }, count: count)
  }

  func code(of token: UInt32) -> UInt32 { meanings.codes[token] ?? TokenCorpus.unknown }

  @inline(__always)
  func digit(at position: Int) -> UInt64 { unsafe meanings.digits[Int(codes[position])] }

  @inline(__always)
  var blockBits: [UInt64] { bits }
}
