/// What several views ask of a finding.
extension CheckReport {
  /// The bytes that `finding` stands in; empty where it is of a whole file.
  func text(of finding: Finding) -> String {
    guard let document = finding.document else { return "" }
    let content = files[documents[document].file].content
    return String(decoding: content[finding.start..<finding.end], as: UTF8.self)
  }

  /// Whether the offsets of `finding` are those of the file's own bytes, not of text extracted from it.
  func hasBytesOfFile(_ finding: Finding) -> Bool {
    finding.document.map { !files[documents[$0].file].source.isExtracted } ?? false
  }

  /// Where `finding` stands too: in its sources, each once, or earlier in the draft. A place without its
  /// text has the line 0.
  func places(of finding: Finding) -> [FindingPlace] {
    if !finding.places.isEmpty { return finding.places }
    guard let family = finding.family else { return [] }
    var wanted = Set(finding.sources)
    return families[family].places.compactMap { place in
      let document = placeDocuments[Int(place.document)]
      guard wanted.remove(document.id) != nil else { return nil }
      return FindingPlace(
        document: document.id, path: files[document.file].path, start: Int(place.start),
        end: Int(place.end), line: Int(place.line), column: Int(place.column))
    }
  }

  /// The file of the source `id`; the id itself where it is not known.
  func path(ofSource id: String) -> String {
    placeDocuments.first { $0.id == id }.map { files[$0.file].path } ?? id
  }
}
