internal import ShingleEngine
internal import TextIngest

extension Corpus {
  /// The documents of `first`, then those of `second`, with one numbering of words.
  init(joining first: Corpus, _ second: Corpus) {
    var vocabulary = Vocabulary()
    _ = vocabulary.enter(first.words)
    let mapping = vocabulary.enter(second.words)
    let files = first.files.count
    let count = first.tokens.count
    self.files = first.files + second.files
    documents =
      first.documents
      + second.documents.map { document in
        var document = document
        document.file += files
        document.tokens =
          document.tokens.lowerBound + count..<document.tokens.upperBound + count
        document.blockStarts = document.blockStarts.map { $0 + UInt32(count) }
        return document
      }
    tokens = first.tokens.joined(with: second.tokens) { token in
      token < TokenValue.firstWord ? token : mapping[Int(token - TokenValue.firstWord)]
    }
    places = TokenPlaces(TokenPlaceColumns(capacity: count + second.tokens.count))
    for document in first.documents {
      places.copy(document.tokens, of: first.places, to: document.tokens.lowerBound)
    }
    for document in second.documents {
      places.copy(document.tokens, of: second.places, to: document.tokens.lowerBound + count)
    }
    separators = first.separators.joined(with: second.separators) { $0 }
    words = vocabulary.words
    clusters = vocabulary.clusters
    skipped = first.skipped + second.skipped
    reading = first.reading
  }
}

extension Slab {
  /// The elements of this slab, then those of `other`, each mapped.
  fileprivate func joined(with other: Slab, _ map: (Element) -> Element) -> Slab {
    let all = Slab(uninitialized: count + other.count)
    for index in 0..<count { all[index] = self[index] }
    for index in 0..<other.count { all[count + index] = map(other[index]) }
    return all
  }
}
