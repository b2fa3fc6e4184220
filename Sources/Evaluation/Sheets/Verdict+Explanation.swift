internal import PhraseReport

extension Verdict {
  /// What the coding sheet says of it.
  var explanation: String {
    switch self {
    case .formula: "a stock phrase that many reports have, with or without small changes"
    case .mandated: "wording that a law or a higher office prescribes, or a quotation"
    case .shared: "likely in another report too, but no formula: a fact, a name, a figure"
    case .copied: "taken over from an earlier report, longer than a phrase"
    case .mixed: "part formula or copy, part the writer's own"
    case .original: "the writer's own"
    }
  }
}
