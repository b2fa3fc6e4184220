/// A file after reading: its bytes, its tokens, and the documents that it holds.
package struct IngestedFile: Sendable {
  /// The UTF-8 text that every offset points into: the file's bytes as the user gave them, or the
  /// text that was extracted from them (``TextSource/isExtracted``).
  package var content: [UInt8]
  package var source: TextSource
  /// The tokens of all documents of the file. Text that belongs to no document (the contents list
  /// of a compilation) has none.
  package var tokens: TokenTable
  /// The words that token values point to.
  package var words: WordTable
  /// At least one, in the order of their bytes.
  package var documents: [IngestedDocument]
  /// Comments that speak to the program, in the order of their bytes.
  package var directives: [Directive] = []
  /// What the text says of itself in front matter, by ``MetadataKey``.
  package var metadata: [String: String] = [:]

  package init(
    content: [UInt8], source: TextSource, tokens: TokenTable, words: WordTable,
    documents: [IngestedDocument]
  ) {
    self.content = content
    self.source = source
    self.tokens = tokens
    self.words = words
    self.documents = documents
  }
}

/// One report: a file, or a part of a compilation.
package struct IngestedDocument: Sendable {
  /// The number of the part, from 1, in a compilation; nil where the file is one document.
  package var part: Int?
  /// The title line, if the document has one.
  package var title: String?
  /// The date below its title or under its text.
  package var date: PartialDate?
  /// The document's bytes in the file.
  package var byteRange: Range<Int>
  /// Offset of the first byte of the text after front matter and title.
  package var bodyStart: Int
  /// In order of their headings.
  package var sections: [DocumentSection] = []
  /// The document's tokens in the file's table.
  package var tokenRange: Range<Int>
  /// The file-wide index of the first token of each block, rising; blocks without tokens are left
  /// out. The first is `tokenRange.lowerBound` if the document has tokens.
  package var blockStarts: [UInt32]
  /// Byte offsets where a line broken in mid-sentence was joined to the next: of the first byte of
  /// the continuing line.
  package var joins: [UInt32]
  /// Where its tokens come from.
  package var stretches = TextStretches(from: 0)
  /// Characters as Word counts them (字数): each CJK character or mark is one, each run of other
  /// characters between white space is one.
  package var characters: Int
  /// What the document holds that no reader sees.
  package var flags = TextFlags()

  package init(
    part: Int?, title: String?, byteRange: Range<Int>, tokenRange: Range<Int>,
    blockStarts: [UInt32], joins: [UInt32], characters: Int
  ) {
    self.part = part
    self.title = title
    self.byteRange = byteRange
    bodyStart = byteRange.lowerBound
    self.tokenRange = tokenRange
    self.blockStarts = blockStarts
    self.joins = joins
    self.characters = characters
  }
}
