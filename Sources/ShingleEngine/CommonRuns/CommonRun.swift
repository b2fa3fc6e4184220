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

  /// Whether it comes before `other`: by document, then by place in it, then by place in the drafts.
  static func precedes(_ run: CommonRun, _ other: CommonRun) -> Bool {
    (run.document, run.offset, run.draft) < (other.document, other.offset, other.draft)
  }
}
