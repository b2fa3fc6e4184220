/// How the text of a document came out of its file, and what a person should look at.
package struct SourceReport: Hashable, Sendable {
  /// The name of the file's format: `text`, `markdown`, …
  package var format = "text"
  /// The encoding that the bytes were decoded from; nil where the format has its own.
  package var encoding: String? = "UTF-8"
  /// Whether offsets point into text that was extracted, not into the file's own bytes.
  package var isExtracted = false
  /// What the file holds and is no prose, counted.
  package var omissions: [CountedName] = []
  /// In words.
  package var warnings: [String] = []

  package init() {}
}

/// How many there are of something that has a name.
package struct CountedName: Hashable, Sendable {
  package var name: String
  package var count: Int

  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

extension JSONWriter {
  /// The fields of a document that say how its text came out of its file.
  package mutating func source(_ source: SourceReport) {
    field("format", source.format)
    field("encoding", ifKnown: source.encoding)
    field("extracted", source.isExtracted)
    counts("omissions", source.omissions)
    field("warnings", source.warnings)
  }

  /// What a document holds that no reader sees.
  package mutating func flags(_ flags: [CountedName]) { counts("flags", flags) }

  private mutating func counts(_ name: StaticString, _ counts: [CountedName]) {
    array(name, counts) { json, count in
      json.object {
        $0.field("name", count.name)
        $0.field("count", count.count)
      }
    }
  }
}
