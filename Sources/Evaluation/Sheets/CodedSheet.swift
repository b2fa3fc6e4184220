package import PhraseReport

/// A sheet that a coder has filled in.
package struct CodedSheet: Sendable {
  /// Where a sentence stands.
  package struct Place: Hashable, Sendable {
    /// The id of its document.
    package var document: String
    /// The bytes of its tokens.
    package var bytes: Range<Int>
  }

  /// The code of each sentence that has one.
  package private(set) var codes: [Place: Verdict] = [:]
  /// The sentences that have a code, in the order of the sheet.
  package private(set) var coded: [Place] = []
  /// How many sentences have no code.
  package private(set) var uncoded = 0

  /// Reads a sheet as `taohua sample` writes it, or a spreadsheet program that was handed it.
  ///
  /// - Parameter bytes: tab-separated values with the columns document, place and code.
  /// - Throws: `FormatError` with the line of what is no code or no place.
  package init(_ bytes: [UInt8]) throws(FormatError) {
    let table = Table(bytes, isSheet: true)
    try table.require(["document", "place", "code"])
    for row in table.rows {
      let place = Place(document: try row.text("document"), bytes: try Self.range(row))
      let code = Self.trimmed(row.optional("code") ?? "")
      guard !code.isEmpty else {
        uncoded += 1
        continue
      }
      guard let verdict = Verdict(rawValue: code) else {
        let codes = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
        throw FormatError(.line(row.line), expected: "one of the codes \(codes)", found: code)
      }
      guard codes.updateValue(verdict, forKey: place) == nil else {
        throw FormatError(.line(row.line), expected: "a sentence that was not coded before")
      }
      coded.append(place)
    }
  }

  private static func trimmed(_ code: String) -> String {
    code.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func range(_ row: Table.Row) throws(FormatError) -> Range<Int> {
    let text = try row.text("place")
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start >= 0, start <= end else {
      throw FormatError(.line(row.line), expected: "a place such as 120-160", found: text)
    }
    return start..<end
  }
}
