internal import ShingleEngine
internal import TextIngest

extension Corpus {
  /// The same documents with the numbers of words beginning with `words`.
  func renumbered(after words: [String]) -> Corpus {
    var vocabulary = Vocabulary()
    _ = vocabulary.enter(words)
    let mapping = vocabulary.enter(self.words)
    var result = self
    result.tokens = tokens.mapped { token in
      token < TokenValue.firstWord ? token : mapping[Int(token - TokenValue.firstWord)]
    }
    result.words = vocabulary.words
    result.clusters = vocabulary.clusters
    return result
  }
}

extension Slab {
  /// The elements, each mapped.
  fileprivate func mapped(_ map: (Element) -> Element) -> Slab {
    let all = Slab(uninitialized: count)
    for index in 0..<count { all[index] = map(self[index]) }
    return all
  }
}
