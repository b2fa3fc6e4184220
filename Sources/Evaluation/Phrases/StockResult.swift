/// What an audit found, as `report.json` has it: byte offsets.
package struct StockResult: Sendable {
  /// A place of a phrase.
  package struct Place: Hashable, Sendable {
    /// The bytes of the place.
    package var bytes: Range<Int>
    /// The index of its family.
    package var family: Int
  }

  /// The names of the documents that were audited, in the order of the report.
  package private(set) var documents: [String] = []
  /// For each document the bytes of its stock spans.
  package private(set) var stock: [String: [Range<Int>]] = [:]
  /// For each document the places of families.
  package private(set) var places: [String: [Place]] = [:]
  /// The number of families.
  package private(set) var families = 0

  /// Reads `taohua.audit/1`.
  ///
  /// - Parameter report: the whole report.
  /// - Throws: `FormatError` with the field that is missing or wrong.
  package init(_ report: JSONField) throws(FormatError) {
    guard try report["schema"].text() == "taohua.audit/1" else {
      throw report["schema"].wrong("taohua.audit/1, as `taohua audit --format json` prints")
    }
    var files: [String: String] = [:]
    for document in try report["documents"].elements() {
      let file = FileName.withoutPart(try document["id"].text())
      let name = FileName.last(file)
      let known = files.updateValue(file, forKey: name)
      guard known == nil || known == file else {
        throw document["id"].wrong(
          "a file of another name than \(known ?? ""): names tell them apart")
      }
      if known == nil { documents.append(name) }
      for span in try document["spans"].elements() where try span["class"].text() == "stock" {
        stock[name, default: []].append(try .range(from: span["start"], to: span["end"]))
      }
    }
    for family in try report["families"].elements() {
      for place in try family["places"].elements() {
        places[FileName.last(try place["document"].text()), default: []].append(
          Place(bytes: try .range(from: place["start"], to: place["end"]), family: families))
      }
      families += 1
    }
  }
}

extension Range<Int> {
  /// The range between two fields; see `JSONField.range(from:to:)`.
  fileprivate static func range(
    from start: JSONField, to end: JSONField
  ) throws(FormatError) -> Range<Int> { try JSONField.range(from: start, to: end) }
}

/// Names of documents.
package enum FileName {
  /// The last component of a document's id, without the number of a part: `a/b.txt#2` is `b.txt`.
  ///
  /// - Parameter id: a document's id or path.
  package static func last(_ id: String) -> String {
    withoutPart(id).split(separator: "/").last.map(String.init) ?? ""
  }

  /// A document's id without the number of a part: `a/b.txt#2` is `a/b.txt`.
  ///
  /// - Parameter id: a document's id or path.
  package static func withoutPart(_ id: String) -> String {
    guard let mark = id.lastIndex(of: "#"), Int(id[mark...].dropFirst()) != nil else { return id }
    return String(id[..<mark])
  }
}
