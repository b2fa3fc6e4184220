/// A run of tokens that a draft and a document have in common, as long as it goes inside one block of
/// each.
package struct CommonRun: Hashable, Sendable {
  /// Position of its first token in the drafts.
  package var draft: UInt32
  /// The number of the document, and of the first token in it.
  package var document: UInt32
  package var offset: UInt32
  /// Tokens.
  package var length: UInt32

  package init(draft: UInt32, document: UInt32, offset: UInt32, length: UInt32) {
    self.draft = draft
    self.document = document
    self.offset = offset
    self.length = length
  }

  /// Its tokens in the drafts.
  package var draftRange: Range<Int> { Int(draft)..<Int(draft) + Int(length) }
}

/// What drafts have in common with documents.
package struct CommonRuns: Sendable {
  /// In the order of the documents as they were read; of one document in that of its tokens.
  package var runs: [CommonRun] = []
  /// Windows that repeat so often in the drafts that runs are not begun with them: the position of each
  /// one's first occurrence, and a document that holds it; none twice.
  package var frequent: [FrequentHit] = []

  package init() {}

  /// That a document holds a frequent window.
  package struct FrequentHit: Hashable, Sendable {
    package var draft: UInt32
    package var document: UInt32
  }

  /// Puts together what was found in several parts.
  package init(joining parts: [CommonRuns]) {
    runs = parts.flatMap(\.runs)
    frequent = parts.flatMap(\.frequent)
  }
}
