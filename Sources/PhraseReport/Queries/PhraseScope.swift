/// Whose phrase it is.
package enum PhraseScope: String, CaseIterable, Sendable {
  /// All its places stand in one series.
  case house
  /// Any other.
  case common
}

extension FamilyReport {
  /// Series are not told apart yet, so that every phrase is a common one.
  package var scope: PhraseScope { .common }
}
