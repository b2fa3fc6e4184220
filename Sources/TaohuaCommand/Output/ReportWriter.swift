/// Writes a set of reports so that either all of them are in place or none is touched.
///
/// Each report is written beside its place under a temporary name; only when all are complete
/// are they renamed. What a page loads goes into a folder of its own first.
struct ReportWriter {
  /// A report: where it goes, and what writes its bytes to the sink.
  struct Report {
    var path: String
    /// The folder beside it that it may fill.
    var parts: PartFolder?
    var write: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  }

  /// Checks that each of `paths` can be written, and changes nothing: before the long work.
  static func check(_ paths: [String]) throws(CommandFailure) {
    for path in paths { try OutputPath(path).check() }
  }

  /// Writes `reports`, making the folders that they need.
  ///
  /// - Throws: `CommandFailure`, after it took away what was written so far.
  static func write(_ reports: [Report]) throws {
    var staged: [StagedFile] = []
    do {
      for report in reports {
        let file = try StagedFile(OutputPath(report.path))
        staged.append(file)
        try report.write { try file.append($0) }
        try file.finish()
      }
      for file in staged { try file.commit() }
      for report in reports { report.parts?.removeOthers() }
    } catch {
      for file in staged { file.discard() }
      for report in reports { report.parts?.discard() }
      throw error
    }
  }
}
