extension ReportNote {
  /// The note as a sentence.
  package func text(in language: ReportLanguage) -> String {
    let words = Words(language: language)
    switch self {
    case .empty:
      return words[.noteEmpty]
    case .smallCorpus(let sources):
      return words(.noteSmallCorpus, ["n": .number(sources)])
    case .minimumLowered(let minimum):
      return words(.noteMinimumLowered, ["d": .number(minimum)])
    case .nothingFound(let longest, let minimum):
      return words(.noteNothingFound, ["run": .number(longest), "d": .number(minimum)])
    case .skipped(let files):
      return words(.noteSkipped, ["n": .number(files)])
    case .warned(let documents):
      return words(.noteWarned, ["n": .number(documents)])
    case .grouped(let documents, let groups):
      return words(.noteGrouped, ["n": .number(documents), "groups": .number(groups)])
    case .curveLeftOut(let lengths):
      let list = lengths.map(String.init).joined(separator: ", ")
      return words(.noteCurveLeftOut, ["lengths": .text(list)])
    case .pairsLeftOut(let pairs):
      return words(.notePairsLeftOut, ["n": .number(pairs)])
    case .frameUndated(let documents, let all):
      return words(.noteFrameUndated, ["n": .number(documents), "all": .number(all)])
    case .allowExpired(let places):
      return words(
        .noteAllowExpired,
        ["n": .number(places.count), "places": .text(places.joined(separator: ", "))])
    case .allowUnused(let places):
      return words(
        .noteAllowUnused,
        ["n": .number(places.count), "places": .text(places.joined(separator: ", "))])
    case .copiesCut(let passages):
      return words(.noteCopiesCut, ["n": .number(passages)])
    }
  }
}
