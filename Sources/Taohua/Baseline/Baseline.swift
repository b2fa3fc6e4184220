package import PhraseReport

/// Findings that are known: those that documents had when somebody looked at all of them and let them be.
package struct Baseline: Hashable, Sendable {
  /// One sort of finding in one file.
  package struct Entry: Hashable, Sendable {
    package var fingerprint: String
    /// How often it stands in the file.
    package var count: Int
    /// The file, from the folder of the project.
    package var path: String
    package var rule: Rule
    /// Its first words, for those who read the file.
    package var words: String
    /// Of a copied passage the hashes of its pieces.
    package var pieces: [UInt16]
    /// The line of the file that it stands in, from 1; 0 where it is not from one.
    package var line = 0

    package init(
      fingerprint: String, count: Int, path: String, rule: Rule, words: String, pieces: [UInt16]
    ) {
      self.fingerprint = fingerprint
      self.count = count
      self.path = path
      self.rule = rule
      self.words = words
      self.pieces = pieces
    }
  }

  /// In order of their lines.
  package var entries: [Entry]

  package init(entries: [Entry] = []) { self.entries = entries }
}

/// A line of a baseline that is none.
package struct BaselineError: Error, Hashable, Sendable {
  /// From 1.
  package var line: Int
  /// What should have stood there.
  package var expected: String

  package init(line: Int, expected: String) {
    self.line = line
    self.expected = expected
  }
}
