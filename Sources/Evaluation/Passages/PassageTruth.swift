/// The passages that two sets of documents really share.
package struct PassageTruth: Sendable {
  /// What should be found.
  package var cases: [PassageCase] = []
  /// What counts neither way: text that the two share without anybody's doing.
  package var ignored: [AlignedSpans] = []
  /// The pairs that were compared, where the truth lists them.
  package var pairs: [DocumentPair] = []

  /// - Parameter cases: what should be found.
  package init(cases: [PassageCase]) { self.cases = cases }

  /// Reads `gold.tsv`: category, susp, src, this_offset, this_length, source_offset, source_length,
  /// and perhaps kind, where `natural-overlap` counts neither way.
  ///
  /// - Parameter bytes: the file.
  /// - Throws: `FormatError` with the line.
  package init(gold bytes: [UInt8]) throws(FormatError) {
    let table = Table(bytes)
    try table.require(Self.columns)
    for row in table.rows {
      let spans = AlignedSpans(
        pair: DocumentPair(suspicious: try row.text("susp"), source: try row.text("src")),
        left: try row.span("this_offset", "this_length"),
        right: try row.span("source_offset", "source_length"))
      if row.optional("kind") == "natural-overlap" {
        ignored.append(spans)
      } else {
        cases.append(PassageCase(category: try row.text("category"), spans: spans))
      }
    }
  }

  /// What `gold.tsv` must have.
  package static let columns = [
    "category", "susp", "src", "this_offset", "this_length", "source_offset", "source_length",
  ]

  /// Reads a list of pairs, two names a line, with white space between.
  ///
  /// - Parameter bytes: the file.
  /// - Returns: the pairs in order.
  /// - Throws: `FormatError` with the line.
  package static func pairs(_ bytes: [UInt8]) throws(FormatError) -> [DocumentPair] {
    var pairs: [DocumentPair] = []
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let names = line.split(whereSeparator: \.isWhitespace)
      if names.isEmpty { continue }
      guard names.count == 2 else {
        throw FormatError(.line(index + 1), expected: "two names", found: String(line))
      }
      pairs.append(DocumentPair(suspicious: String(names[0]), source: String(names[1])))
    }
    return pairs
  }
}
