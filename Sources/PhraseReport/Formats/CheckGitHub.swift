/// The findings of a check as workflow commands of GitHub Actions, which annotate a change.
///
/// A step shows ten annotations of each level and drops the rest without a word: those that matter most
/// come first, and a notice that counts the others comes before the notices.
package enum CheckGitHub {
  /// As many of a level as are shown.
  private static let limit = 10

  /// The commands, each line ended; empty without findings.
  package static func render(_ report: CheckReport) -> String {
    let ranked = report.listedFindings.ranked
    func commands(_ severity: Severity, _ limit: Int) -> [String] {
      ranked.lazy.filter { $0.severity == severity }.prefix(limit)
        .map { command($0, report.region(of: $0)) }
    }
    let grave = commands(.error, limit) + commands(.warning, limit)
    let notes = ranked.count { $0.severity == .note }
    if grave.count + min(notes, limit) == ranked.count {
      return (grave + commands(.note, limit)).joined()
    }
    let shown = grave.count + min(notes, limit - 1)
    return (grave + [rest(ranked.count - shown)] + commands(.note, limit - 1)).joined()
  }

  private static func rest(_ count: Int) -> String {
    let title = property("\(Tool.name) check")
    let what = CountedNoun.of(count, "more finding")
    return "::notice title=\(title)::"
      + data("\(what), not shown here: \(Tool.name) check --format concise lists all") + "\n"
  }

  private static func command(_ finding: Finding, _ region: FindingRegion?) -> String {
    var properties = [
      "file=\(property(finding.path))", "line=\(finding.line)", "col=\(finding.column)",
    ]
    if let region {
      properties += ["endLine=\(region.endLine)", "endColumn=\(region.endColumn)"]
    }
    properties.append("title=" + property("\(finding.rule.rawValue) \(finding.rule.name)"))
    return "::\(level(finding.severity)) " + properties.joined(separator: ",")
      + "::\(data(finding.message))\n"
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// What follows the second `::`, escaped.
  private static func data(_ text: String) -> String { escaped(text, "%\r\n") }

  /// The value of a property, escaped.
  private static func property(_ text: String) -> String { escaped(text, "%\r\n:,") }

  /// A log is a terminal too: what would steer it becomes U+FFFD, but for the line breaks, which are escaped.
  private static func escaped(_ text: String, _ special: String) -> String {
    let special = Array(special.utf8)
    var bytes: [UInt8] = []
    let safe = text.unicodeScalars.split(separator: "\r", omittingEmptySubsequences: false).map {
      DisplayText.safe(String($0))
    }
    for byte in safe.joined(separator: "\r").utf8 {
      if special.contains(byte) { PercentText.append(byte, to: &bytes) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
