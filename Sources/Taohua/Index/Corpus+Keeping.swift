internal import ShingleEngine

extension Corpus {
  /// The corpus of those files whose names are in `names`.
  func keeping(_ names: Set<FileName>) -> Corpus {
    let kept = files.indices.filter { names.contains(FileName(files[$0].input.name)) }
    return kept.count == files.count ? self : arranged(kept)
  }

  /// The corpus of the files `order`, in that order.
  func arranged(_ order: [Int]) -> Corpus {
    var number: [Int: Int] = [:]
    for (index, file) in order.enumerated() { number[file] = index }
    var result = self
    result.files = order.map { files[$0] }
    var documentsOf = [[CorpusDocument]](repeating: [], count: files.count)
    for document in self.documents { documentsOf[document.file].append(document) }
    let documents = order.flatMap { documentsOf[$0] }
    let count = documents.reduce(0) { $0 + $1.tokens.count }
    result.tokens = Slab(uninitialized: count)
    result.places = TokenPlaces(TokenPlaceColumns(capacity: count))
    result.separators = Slab(uninitialized: count)
    result.skipped = []
    var filled = 0
    result.documents = documents.map { document in
      var moved = document
      moved.file = number[document.file]!
      moved.tokens = filled..<filled + document.tokens.count
      let offset = filled - document.tokens.lowerBound
      moved.blockStarts = document.blockStarts.map { UInt32(Int($0) + offset) }
      for position in document.tokens {
        result.tokens[position + offset] = tokens[position]
        result.separators[position + offset] = separators[position]
      }
      result.places.copy(document.tokens, of: places, to: filled)
      filled += document.tokens.count
      return moved
    }
    return result
  }
}
