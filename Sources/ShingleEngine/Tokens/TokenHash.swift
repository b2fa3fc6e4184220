internal import CXXHash

/// Hashes token sequences by XXH3: keys of tables, ids of families, fingerprints.
package enum TokenHash {
  /// The hash of `length` token numbers; the same only within one corpus, where numbers are.
  package static func hash(of tokens: Slab<UInt32>, at position: Int, length: Int) -> UInt64 {
    assert(position >= 0 && position + length <= tokens.count)
    return unsafe cxxh3_64(tokens.base + position, length * MemoryLayout<UInt32>.size)
  }

  /// The hash of `tokens`' folded texts, separated by NUL: the same in every corpus.
  package static func stableHash(of tokens: [String]) -> UInt64 {
    var bytes: [UInt8] = []
    for token in tokens {
      bytes += token.utf8
      bytes.append(0)
    }
    return unsafe bytes.withUnsafeBytes { unsafe cxxh3_64($0.baseAddress, $0.count) }
  }
}
