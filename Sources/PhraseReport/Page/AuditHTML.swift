/// The report of an audit as one self-contained page that opens from disk.
///
/// The page holds the report as data; its script makes elements of it, and every word of a
/// document goes in as text, never as markup.
package enum AuditHTML {
  /// The page as UTF-8 bytes.
  /// - Parameters:
  ///   - report: What the page shows.
  ///   - language: Of the page's own words; nil lets the reader's browser choose.
  package static func render(
    _ report: AuditReport, language: ReportLanguage? = nil
  ) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(report.corpus.bytes * 4 + 200_000)
    var template = PackageResources.page_html[...]
    while let hole = Hole(in: template) {
      page += template[..<hole.range.lowerBound]
      fill(hole.name, of: report, language: language, into: &page)
      template = template[hole.range.upperBound...]
    }
    return page + template
  }

  /// The style of the page, for the test of its hash.
  package static var style: [UInt8] { PageAssets.style }
  /// The script of the page, for the test of its hash.
  package static var script: [UInt8] { PageAssets.script }

  private static func fill(
    _ name: String, of report: AuditReport, language: ReportLanguage?, into page: inout [UInt8]
  ) {
    switch name {
    case "language": page += Array((language == .chinese ? "zh-Hans" : "en").utf8)
    case "generator": page += Array("\(Tool.name) \(Tool.version)".utf8)
    case "style-hash": page += Array(PageHashes.style.utf8)
    case "script-hash": page += Array(PageHashes.script.utf8)
    case "style": page += PageAssets.style
    case "script": page += PageAssets.script
    case "data":
      var json = JSONWriter(escapesMarkup: true)
      swap(&json.bytes, &page)
      PageData(report: report, language: language, limits: PageLimits(for: report))
        .write(to: &json)
      swap(&json.bytes, &page)
    default: preconditionFailure("page.html names what is not there: \(name)")
    }
  }

  /// A `{{name}}` of the template.
  private struct Hole {
    var name: String
    var range: Range<Int>

    /// The first one in `template`, if there is one.
    init?(in template: ArraySlice<UInt8>) {
      let brace = (open: UInt8(ascii: "{"), close: UInt8(ascii: "}"))
      guard let start = Self.pair(of: brace.open, in: template),
        let end = Self.pair(of: brace.close, in: template[start...])
      else { return nil }
      name = String(decoding: template[(start + 2)..<end], as: UTF8.self)
      range = start..<(end + 2)
    }

    private static func pair(of byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
      bytes.indices.dropLast().first { bytes[$0] == byte && bytes[$0 + 1] == byte }
    }
  }
}
