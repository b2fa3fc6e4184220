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
}

extension FindingRegion {
  /// The bytes `range` of `content`, which begin at `line` and `column`. O(range).
  init(in content: [UInt8], _ range: Range<Int>, line: Int, column: Int) {
    var cursor = LineCursor(content, at: range.lowerBound, line: line, column: column)
    let end = cursor.advance(to: range.upperBound)
    self.init(
      startLine: line, startColumn: column, endLine: Int(end.line), endColumn: Int(end.column))
  }
}
