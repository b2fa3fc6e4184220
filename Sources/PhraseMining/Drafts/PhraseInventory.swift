/// The stock phrases of a corpus, as a check of drafts needs them: what to look for, without places.
package struct PhraseInventory: Sendable {
  /// In the order in which they take their places; `family` indexes `familyIDs`.
  package var phrases: [KnownPhrase]
  /// The id of each family.
  package var familyIDs: [UInt64]

  package init(phrases: [KnownPhrase], familyIDs: [UInt64]) {
    self.phrases = phrases
    self.familyIDs = familyIDs
  }

  /// The wordings of each family that recur exactly.
  var wordings: [[[UInt32]]] {
    var wordings = [[[UInt32]]](repeating: [], count: familyIDs.count)
    for phrase in phrases { wordings[phrase.family].append(phrase.tokens) }
    return wordings
  }
}
