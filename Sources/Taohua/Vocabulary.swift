internal import TextIngest

/// Numbers words over all files, in the order of the files and of first occurrence in them.
struct Vocabulary {
  private(set) var words: [String] = []
  /// The numbers of characters with marks, of scripts without spaces.
  private(set) var clusters: Set<UInt32> = []
  private var indices: [String: UInt32] = [:]

  /// The token numbers of `words`, entering the new ones.
  mutating func enter(_ words: [String]) -> [UInt32] {
    words.map { word in
      if let number = indices[word] { return number }
      let number = TokenValue.firstWord + UInt32(self.words.count)
      self.words.append(word)
      if TokenKind(scalar: word.unicodeScalars.first?.value ?? 0) != .word {
        clusters.insert(number)
      }
      indices[word] = number
      return number
    }
  }
}
