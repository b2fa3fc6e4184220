/// The findings of a check, one object of `taohua.check/1` a line.
package enum CheckJSONLines {
  /// Writes the findings to `sink`; nothing without findings.
  /// - Throws: what `sink` throws.
  package static func write(
    _ report: CheckReport, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let fields = FindingJSON(report: report)
    for finding in report.findings {
      var json = JSONWriter()
      json.object { fields.write(finding, to: &$0) }
      try sink(json.bytes + [UInt8(ascii: "\n")])
    }
  }
}
