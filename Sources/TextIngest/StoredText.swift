/// A text that another program made, as it is kept until it is wanted again.
package struct StoredText: Hashable, Sendable {
  /// What markup says of a line; see `LineMark`.
  package struct Mark: Hashable, Sendable {
    package var start: Int
    package var features: Int
    package var headingLevel: Int

    package init(start: Int, features: Int, headingLevel: Int) {
      self.start = start
      self.features = features
      self.headingLevel = headingLevel
    }
  }

  package var content: [UInt8]
  package var source: TextSource
  package var marks: [Mark]

  package init(content: [UInt8], source: TextSource, marks: [Mark]) {
    self.content = content
    self.source = source
    self.marks = marks
  }

  /// Nil for a text that has more to it than is kept.
  package init?(_ text: SourceText) {
    guard case .marked(let marks) = text.structure, text.directives.isEmpty,
      text.origins.stretches.isEmpty
    else { return nil }
    self.init(
      content: text.content, source: text.source,
      marks: marks.map { mark in
        Mark(
          start: mark.start, features: Int(mark.style.features.rawValue),
          headingLevel: Int(mark.style.headingLevel))
      })
  }

  /// The text itself.
  package var text: SourceText {
    SourceText(
      content: content, source: source,
      structure: .marked(
        marks.map { mark in
          LineMark(
            start: mark.start,
            style: BlockStyle(
              features: LineFeatures(rawValue: UInt16(truncatingIfNeeded: mark.features)),
              headingLevel: UInt8(clamping: mark.headingLevel)))
        }))
  }
}
