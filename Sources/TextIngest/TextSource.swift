/// How the text of a file came out of its bytes, and what was left out or looks wrong.
package struct TextSource: Hashable, Sendable {
  /// The name of the file's format: `text`, `markdown`, `docx`, …
  package var format: String
  /// The encoding that the bytes were decoded from, as IANA names it; nil where the format has its own.
  package var encoding: String?
  /// Whether offsets point into text that was extracted, not into the file's own bytes.
  package var isExtracted: Bool
  /// What the file holds and is no prose, counted, in order of name.
  package var omissions: [Omission] = []
  /// What a person should look at, in words.
  package var warnings: [String] = []

  package init(format: String, encoding: String? = "UTF-8", isExtracted: Bool = false) {
    self.format = format
    self.encoding = encoding
    self.isExtracted = isExtracted
  }

  /// Parts of one sort that were left out: `headers`, `comments`, `deleted revisions`, …
  package struct Omission: Hashable, Sendable {
    package var name: String
    package var count: Int

    package init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }
}
