package import TextIngest

/// Why a document cannot be annotated: facts, no words.
package enum WordMarkupError: Error, Hashable, Sendable {
  /// It cannot be read.
  case unreadable(IngestError)
  /// A part in another encoding than UTF-8, which Word itself never writes.
  case encoding(part: String)
  /// The part would grow beyond what is read of a document.
  case tooLarge(part: String)
  /// The annotated document would read differently.
  case changesText
}
