/// Writes a set of reports so that either all of them are in place or none is touched.
///
/// Each report is written beside its place under a temporary name; only when all are complete
/// are they renamed. What a page loads goes into a folder of its own first.
struct ReportWriter {
  /// A report: where it goes, and what writes it.
  struct Report {
    let path: String
    /// The folder beside it that it may fill.
    fileprivate let parts: PartFolder?
    fileprivate let fill: (StagedFile) throws -> Void

    /// - Parameters:
    ///   - parts: the folder beside it that it may fill.
    ///   - write: writes the report's bytes to the sink.
    init(
      path: String, parts: PartFolder? = nil,
      write: @escaping (_ sink: ([UInt8]) throws -> Void) throws -> Void
    ) {
      self.path = path
      self.parts = parts
      fill = { file in try write { try file.append($0) } }
    }

    /// - Parameter write: writes the report to the empty file whose path it is given.
    init(path: String, writeFile write: @escaping (_ path: String) throws -> Void) {
      self.path = path
      parts = nil
      fill = { file in try write(try file.temporaryPath) }
    }
  }

  /// Checks that each of `paths` can be written, and changes nothing: before the long work.
  static func check(_ paths: [String]) throws(CommandFailure) {
    for path in paths { try OutputPath(path).check() }
  }

  /// Writes `reports`, making the folders that they need.
  ///
  /// - Throws: `CommandFailure`, after it took away what was written so far.
  static func write(_ reports: [Report]) throws {
    removeRemains(of: reports)
    var staged: [StagedFile] = []
    do {
      for report in reports {
        let file = try StagedFile(OutputPath(report.path))
        staged.append(file)
        try report.fill(file)
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

  /// Takes away what earlier runs left beside `reports` that were killed.
  private static func removeRemains(of reports: [Report]) {
    let places = reports.map { OutputPath($0.path) }.filter { !$0.isSpecial }
    for folder in Set(places.map(\.folder)) { StagedFile.removeRemains(in: folder) }
    for report in reports { report.parts?.removeRemains() }
  }
}
