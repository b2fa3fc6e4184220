/// What changes the tokens that come out of a file's bytes.
package struct IngestSettings: Hashable, Sendable {
  /// Whether a compilation is taken apart into its reports.
  package var splitsCompilations = true
  /// The name of the encoding of all files whose bytes are text; nil to find each one's.
  package var encoding: String?
  /// The largest file that is read, in bytes.
  package var sizeLimit = FileContent.usualLimit
  /// Whether simplified and traditional Chinese characters are the same.
  package var foldsScript = false
  /// What is a slot.
  package var slots = SlotClasses.all
  /// A regular expression of the lines that begin a document of a compilation; nil where rules find
  /// them. One that ``SplitPattern`` refuses matches nothing.
  package var splitPattern: String?

  package init() {}

  /// The same for a phrase that is looked for in documents: it is UTF-8, and one text.
  package var ofPhrases: IngestSettings {
    var settings = self
    settings.splitsCompilations = false
    settings.encoding = TextEncoding.utf8.name
    return settings
  }
}
