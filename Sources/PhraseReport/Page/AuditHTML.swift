/// The report of an audit as one self-contained page that opens from disk.
package enum AuditHTML {
  /// The page as UTF-8 bytes.
  /// - Parameters:
  ///   - report: What the page shows.
  ///   - language: Of the page's own words; nil lets the reader's browser choose.
  package static func render(
    _ report: AuditReport, language: ReportLanguage? = nil
  ) -> [UInt8] {
    PageTemplate.render(
      .init(
        language: language,
        withoutScript:
          "This page needs JavaScript; report.md says the same. 本页需要 JavaScript；report.md 内容相同。",
        script: PageAssets.auditScript, scriptHash: PageHashes.auditScript,
        data: {
          PageData(report: report, language: language, limits: PageLimits(for: report))
            .write(to: &$0)
        }), capacity: report.corpus.bytes * 4 + 200_000)
  }

  /// The style of all pages, for the test of its hash.
  package static var style: [UInt8] { PageAssets.style }
  /// The script of the page, for the test of its hash.
  package static var script: [UInt8] { PageAssets.auditScript }
}
