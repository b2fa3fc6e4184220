/// Whose phrase it is.
package enum PhraseScope: String, CaseIterable, Sendable {
  /// All its places stand in one series.
  case house
  /// Any other.
  case common
}

extension FamilyReport {
  package var scope: PhraseScope { isHouse ? .house : .common }
}
