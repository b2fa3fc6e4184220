/// What kind of phrase a family is, told by its form.
package enum PhraseKind: UInt8, CaseIterable, Sendable {
  /// A verb phrase, parallel clauses; also whatever is not surely one of the others.
  case formula
  /// The name of an organisation, system, meeting, plan or regulation.
  case term
  /// The title of a work, in book-title marks.
  case title
  /// Stands in quotation marks.
  case quotation

  /// The name in every output.
  package var name: String {
    switch self {
    case .formula: "formula"
    case .term: "term"
    case .title: "title"
    case .quotation: "quotation"
    }
  }
}
