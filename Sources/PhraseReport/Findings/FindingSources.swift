/// Looks up where findings stand too, and in which files: made once for all findings of a report.
package struct FindingSources {
  private let report: CheckReport
  /// The index of the file of each document, checked or of the corpus.
  private let files: [String: Int]

  init(_ report: CheckReport) {
    self.report = report
    files = Self.files(of: report)
  }

  /// The index of the file of each document of `report`, checked or of the corpus.
  package static func files(of report: CheckReport) -> [String: Int] {
    var files: [String: Int] = [:]
    for document in report.placeDocuments { files[document.id] = document.file }
    for document in report.documents { files[document.id] = document.file }
    return files
  }

  /// Where `finding` stands too: in its sources, each once, or earlier in the draft. A place without its
  /// text has the line 0.
  func places(of finding: Finding) -> [FindingPlace] {
    if !finding.places.isEmpty { return finding.places }
    guard let family = finding.family else { return [] }
    var wanted = Set(finding.sources)
    var places: [FindingPlace] = []
    for place in report.families[family].places {
      if wanted.isEmpty { break }
      let document = report.placeDocuments[Int(place.document)]
      guard wanted.remove(document.id) != nil else { continue }
      places.append(
        FindingPlace(
          document: document.id, path: report.files[document.file].path, start: Int(place.start),
          end: Int(place.end), line: Int(place.line), column: Int(place.column)))
    }
    return places
  }

  /// The file of the document `id`; the id itself where it is not known.
  func path(of id: String) -> String { files[id].map { report.files[$0].path } ?? id }

  /// The text that `place` points into; nil where it is not there.
  func content(of place: FindingPlace) -> [UInt8]? {
    guard let file = files[place.document], place.end <= report.files[file].content.count else {
      return nil
    }
    return report.files[file].content
  }

  /// The region of `place`; nil where its text is not there.
  func region(of place: FindingPlace) -> FindingRegion? {
    guard place.line > 0, let content = content(of: place) else { return nil }
    return FindingRegion(
      in: content, place.start..<place.end, line: place.line, column: place.column)
  }
}
