/// The report of a check as one self-contained page that opens from disk: each draft as a whole, and its
/// findings beside it.
package enum CheckHTML {
  /// The page as UTF-8 bytes.
  /// - Parameters:
  ///   - report: What the page shows.
  ///   - language: Of the page's own words; nil lets the reader's browser choose.
  package static func render(
    _ report: CheckReport, language: ReportLanguage? = nil
  ) -> [UInt8] {
    PageTemplate.render(
      .init(
        language: language,
        withoutScript:
          "This page needs JavaScript; --format markdown says the same. 本页需要 JavaScript；--format markdown 内容相同。",
        style: PageAssets.checkStyle, styleHash: PageHashes.checkStyle,
        script: PageAssets.checkScript, scriptHash: PageHashes.checkScript,
        data: { CheckPageData(report: report, language: language).write(to: &$0) }),
      capacity: 200_000)
  }

  /// The style of the page, for the test of its hash.
  package static var style: [UInt8] { PageAssets.checkStyle }
  /// The script of the page, for the test of its hash.
  package static var script: [UInt8] { PageAssets.checkScript }
}
