/// Where a finding begins and ends, as lines and columns from 1, columns in code points, the end
/// exclusive.
struct FindingRegion: Hashable {
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  var endColumn: Int
}

extension CheckReport {
  /// The region of `finding`; nil where it is of a whole file.
  func region(of finding: Finding) -> FindingRegion? {
    guard let document = finding.document, finding.end > finding.start else { return nil }
    return FindingRegion(
      in: files[documents[document].file].content, finding.start..<finding.end,
      line: finding.line, column: finding.column)
  }

  /// The region of `place`; nil where its text is not there.
  func region(of place: FindingPlace) -> FindingRegion? {
    guard place.line > 0, let file = file(ofDocument: place.document),
      place.end <= files[file].content.count
    else { return nil }
    return FindingRegion(
      in: files[file].content, place.start..<place.end, line: place.line, column: place.column)
  }

  /// The index of the file of a document, checked or of the corpus.
  func file(ofDocument id: String) -> Int? {
    documents.first { $0.id == id }?.file ?? placeDocuments.first { $0.id == id }?.file
  }
}

extension FindingRegion {
  /// The bytes `range` of `content`, which begin at `line` and `column`. O(range).
  fileprivate init(in content: [UInt8], _ range: Range<Int>, line: Int, column: Int) {
    var cursor = LineCursor(content, at: range.lowerBound, line: line, column: column)
    let end = cursor.advance(to: range.upperBound)
    self.init(
      startLine: line, startColumn: column, endLine: Int(end.line), endColumn: Int(end.column))
  }
}
