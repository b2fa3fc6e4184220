/// What the analysis is done with; validated by whoever makes it.
package struct MiningSettings: Sendable {
  /// A length for documents of characters and one for documents of words.
  package struct Lengths: Hashable, Sendable {
    package var unspaced: Int
    package var spaced: Int

    package init(unspaced: Int, spaced: Int) {
      self.unspaced = unspaced
      self.spaced = spaced
    }

    /// The length for a document.
    package func of(isSpaced: Bool) -> Int { isSpaced ? spaced : unspaced }
  }

  /// k.
  package var shingleLength: Lengths
  /// d.
  package var minimumSources: Int
  package var borrowedLength = Lengths(unspaced: 40, spaced: 25)
  package var sharedLength = Lengths(unspaced: 13, spaced: 8)
  /// Whole passages of this length elsewhere are findings whatever their class.
  package var copiedLength = Lengths(unspaced: 60, spaced: 40)
  /// Whether edited places of phrases are looked for (D4).
  package var findsVariants = true
  /// Lengths of the curve (D8).
  package var curve: [Int] = []

  package init(shingleLength: Lengths, minimumSources: Int) {
    self.shingleLength = shingleLength
    self.minimumSources = minimumSources
  }
}
