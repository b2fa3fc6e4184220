/// Why a file is not what an evaluation needs: the place in it, and what was expected there.
package struct FormatError: Error, Hashable, Sendable {
  /// Where in the file.
  package enum Place: Hashable, Sendable {
    /// A line, from 1.
    case line(Int)
    /// A byte offset, from 0.
    case byte(Int)
    /// A field of a JSON document, as `documents[3].spans`.
    case field(String)
  }

  /// Where the problem is.
  package let place: Place
  /// What should stand there, in words.
  package let expected: String
  /// What stands there, in words; empty where nothing does.
  package let found: String

  /// A problem at `place`.
  ///
  /// - Parameters:
  ///   - place: where in the file.
  ///   - expected: what should stand there.
  ///   - found: what stands there; cut to 60 characters, since it comes from outside.
  package init(_ place: Place, expected: String, found: String = "") {
    self.place = place
    self.expected = expected
    self.found = found.count > 60 ? String(found.prefix(60)) + "…" : found
  }
}
