/// A term made ready for one report: what it asks of documents is answered once for each of them.
struct PhraseTest {
  private let term: PhraseTerm
  /// For `year:` and `doc:`, whether each document is one of those meant.
  private let isMeant: [Bool]

  init(_ term: PhraseTerm, documents: [DocumentReport]) {
    self.term = term
    isMeant =
      switch term.condition {
      case .year(let range): documents.map { $0.years.contains(where: range.contains) }
      case .document(let name): documents.map { FoldedText($0.id).contains(name) }
      default: []
      }
  }

  /// Numbers before places before texts.
  var cost: Int {
    switch term.condition {
    case .documents, .places, .tokens, .kind, .scope: 0
    case .year, .document: 1
    case .text: 2
    }
  }

  func holds(for family: FamilyReport) -> Bool { isTrue(of: family) != term.isNegated }

  private func isTrue(of family: FamilyReport) -> Bool {
    switch term.condition {
    case .documents(let range): range.contains(family.documents)
    case .places(let range): range.contains(family.occurrences)
    case .tokens(let range): range.contains(family.tokens)
    case .kind(let kind): family.kind == kind
    case .scope(let scope): family.scope == scope
    case .year, .document: family.places.contains { isMeant[Int($0.document)] }
    case .text(let text):
      FoldedText(family.canonical).contains(text)
        || family.variants.contains { FoldedText($0.text).contains(text) }
    }
  }
}
