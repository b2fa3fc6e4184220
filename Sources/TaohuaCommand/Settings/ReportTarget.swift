/// `FORMAT=FILE` of `--report`.
struct ReportTarget: Hashable {
  /// What a target must look like.
  static let rule = "FORMAT=FILE with the format json, markdown or html, such as json=report.json"

  let format: AuditFormat
  let path: String

  init(format: AuditFormat, path: String) {
    self.format = format
    self.path = path
  }

  /// Nil unless `text` is of that form.
  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let format = AuditFormat(rawValue: String(parts[0])),
      format != .full
    else { return nil }
    self.format = format
    path = String(parts[1])
  }
}
