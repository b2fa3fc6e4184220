/// What a comparison of pairs found, as `taohua compare --pairs` prints it: byte offsets.
package struct PassageResult: Sendable {
  /// A passage in bytes.
  package struct Passage: Hashable, Sendable {
    /// The bytes in the suspicious document.
    package var left: Range<Int>
    /// The bytes in the source.
    package var right: Range<Int>
  }

  /// A pair and its passages.
  package struct Comparison: Hashable, Sendable {
    /// The two documents.
    package var pair: DocumentPair
    /// What they share.
    package var passages: [Passage]
  }

  /// In the order of the file.
  package private(set) var comparisons: [Comparison] = []

  /// Reads `taohua.compare/1`, one or more after another.
  ///
  /// - Parameter bytes: JSON lines, or the JSON of one comparison.
  /// - Throws: `FormatError` with the place of what is no such JSON.
  package init(_ bytes: [UInt8]) throws(FormatError) {
    for (index, value) in try JSONParser.sequence(bytes).enumerated() {
      let comparison = JSONField(value, name: "[\(index)]")
      guard try comparison["schema"].text() == "taohua.compare/1" else {
        throw comparison["schema"].wrong("taohua.compare/1, as `taohua compare --pairs` prints")
      }
      let pair = DocumentPair(
        suspicious: FileName.last(try comparison["left"]["id"].text()),
        source: FileName.last(try comparison["right"]["id"].text()))
      var passages: [Passage] = []
      for passage in try comparison["passages"].elements() {
        passages.append(
          Passage(left: try passage["left"].range(), right: try passage["right"].range()))
      }
      comparisons.append(Comparison(pair: pair, passages: passages))
    }
  }
}
