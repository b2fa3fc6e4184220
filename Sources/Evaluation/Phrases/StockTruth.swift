/// A place where a stock phrase is known to stand.
package struct StockPlace: Hashable, Sendable {
  /// The name of the document.
  package var document: String
  /// The code points of the place.
  package var span: Range<Int>
  /// Which phrase it is.
  package var family: String
  /// What was done to the phrase: verbatim, light, heavy, slot, format.
  package var variant: String
  /// The line of the truth's file that says so.
  package var line: Int
}

/// The stock phrases that were put into documents.
package struct StockTruth: Sendable {
  /// All places, in the order of the file.
  package let places: [StockPlace]
  /// The canonical text of each family.
  package let canonical: [String: String]

  /// Reads `gold.tsv` (doc, offset, length, family, variant) and `families.tsv` (family, canonical).
  ///
  /// - Parameter gold: the file of places.
  /// - Throws: `FormatError` with the line.
  package static func places(_ gold: [UInt8]) throws(FormatError) -> [StockPlace] {
    let table = Table(gold)
    try table.require(["doc", "offset", "length", "family", "variant"])
    var places: [StockPlace] = []
    for row in table.rows {
      places.append(
        StockPlace(
          document: try row.text("doc"), span: try row.span("offset", "length"),
          family: try row.text("family"), variant: try row.text("variant"), line: row.line))
    }
    return places
  }

  /// The canonical text of each family.
  ///
  /// - Parameter families: the file of families.
  /// - Throws: `FormatError` with the line.
  package static func canonical(_ families: [UInt8]) throws(FormatError) -> [String: String] {
    let table = Table(families)
    try table.require(["family", "canonical"])
    var texts: [String: String] = [:]
    for row in table.rows { texts[try row.text("family")] = try row.text("canonical") }
    return texts
  }

  /// - Parameters:
  ///   - places: all places.
  ///   - canonical: the canonical text of each family.
  package init(places: [StockPlace], canonical: [String: String]) {
    self.places = places
    self.canonical = canonical
  }
}
