package import PhraseReport
package import TextIngest

extension SourceReport {
  /// What the reader says of a file.
  package init(_ source: TextSource) {
    self.init()
    format = source.format
    encoding = source.encoding
    isExtracted = source.isExtracted
    omissions = source.omissions.map { CountedName(name: $0.name, count: $0.count) }
    warnings = source.warnings
  }
}

extension ReportFile {
  /// A file of the corpus.
  init(_ file: CorpusFile) {
    self.init(
      path: file.input.name, content: file.content, source: SourceReport(file.source))
  }
}

extension TextFlags {
  /// The flags as a report has them.
  package var counted: [CountedName] { named.map { CountedName(name: $0.name, count: $0.count) } }
}
