package import PhraseReport
internal import ShingleEngine
internal import TextIngest

extension Corpus {
  /// The documents from before `date`, `YYYY-MM-DD`, and how many are left out.
  ///
  /// A document of which only the year or month is known counts when all of it lies before; one without
  /// a date never does.
  package func before(_ date: String) -> (corpus: Corpus, left: EarlierReports) {
    var left = EarlierReports(date: date)
    let isKept = documents.map { document in
      let facts = DocumentFacts(document, of: files[document.file])
      guard let own = facts.date ?? facts.year.flatMap({ PartialDate(year: $0) }) else {
        left.undated += 1
        return false
      }
      if own.lastDay < date { return true }
      left.later += 1
      return false
    }
    return (keeping(isKept), left)
  }

  /// The documents of which `isKept` says so, and their files.
  private func keeping(_ isKept: [Bool]) -> Corpus {
    var result = self
    let kept = documents.indices.filter { isKept[$0] }
    let count = kept.reduce(0) { $0 + documents[$1].tokens.count }
    result.tokens = Slab(uninitialized: count)
    result.places = TokenPlaces(TokenPlaceColumns(capacity: count))
    result.separators = Slab(uninitialized: count)
    result.documents = []
    result.files = []
    var filled = 0
    for document in kept {
      copy(document, to: &result, at: filled)
      filled += documents[document].tokens.count
    }
    return result
  }

  private func copy(_ document: Int, to result: inout Corpus, at filled: Int) {
    var copy = documents[document]
    let shift = filled - copy.tokens.lowerBound
    for position in copy.tokens {
      result.tokens[position + shift] = tokens[position]
      result.separators[position + shift] = separators[position]
    }
    result.places.copy(copy.tokens, of: places, to: filled)
    copy.tokens = filled..<filled + copy.tokens.count
    copy.blockStarts = copy.blockStarts.map { UInt32(Int($0) + shift) }
    let file = files[copy.file]
    if result.files.last?.input.name != file.input.name { result.files.append(file) }
    copy.file = result.files.count - 1
    result.documents.append(copy)
  }
}
