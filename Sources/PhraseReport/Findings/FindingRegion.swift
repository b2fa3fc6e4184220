/// Where a finding begins and ends, as lines and columns from 1, columns in code points, the end
/// exclusive.
struct FindingRegion: Hashable {
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  var endColumn: Int
}

/// The regions of findings, each file in one pass.
struct FindingRegions {
  private var regions: [Int: FindingRegion] = [:]

  /// Finds the regions of those of `findings` that stand in a draft and are not empty.
  init(_ findings: [Finding], of report: CheckReport) {
    let indices = findings.indices.filter {
      findings[$0].document != nil && findings[$0].end > findings[$0].start
    }
    let byFile = Dictionary(grouping: indices) { report.documents[findings[$0].document!].file }
    for (file, indices) in byFile {
      var cursor = LineCursor(report.files[file].content)
      for index in indices.sorted(by: { findings[$0].end < findings[$1].end }) {
        let end = cursor.advance(to: findings[index].end)
        regions[index] = FindingRegion(
          startLine: findings[index].line, startColumn: findings[index].column,
          endLine: Int(end.line), endColumn: Int(end.column))
      }
    }
  }

  /// The region of the finding at `index`; nil where it has none.
  subscript(index: Int) -> FindingRegion? { regions[index] }
}
