/// The findings of a check as SARIF 2.1.0 (OASIS, 2020), for code scanning and editors.
///
/// Columns count code points, as everywhere; the bytes of a region stand beside them where the text is
/// that of the file. Paths are relative to the folder in which the check was run.
package enum CheckSARIF {
  static let base = "%SRCROOT%"
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// Writes the log to `sink`.
  /// - Throws: what `sink` throws.
  package static func write(
    _ report: CheckReport, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    var json = JSONWriter()
    json.beginObject()
    json.field("$schema", schema)
    json.field("version", "2.1.0")
    json.array("runs", [report]) { json, report in
      json.newline()
      json.object { run(report, to: &$0) }
    }
    json.end()
    try sink(json.bytes)
  }

  private static func run(_ report: CheckReport, to json: inout JSONWriter) {
    json.object("tool") { json in
      json.object("driver") { driver(to: &$0) }
    }
    json.newline()
    json.object("automationDetails") { $0.field("id", "\(Tool.name)/check/") }
    json.newline()
    json.array("invocations", [report]) { json, report in
      json.object { invocation(report, to: &$0) }
    }
    json.newline()
    json.object("originalUriBaseIds") { json in
      json.object("%SRCROOT%") { json in
        json.object("description") {
          $0.field("text", "The folder in which the check was run.")
        }
      }
    }
    json.field("columnKind", "unicodeCodePoints")
    json.field("newlineSequences", ["\r\n", "\n", "\r"])
    json.newline()
    let results = SARIFResults(report)
    json.array("results", report.findings.indices) { json, index in
      json.newline()
      json.object { results.write(index, to: &$0) }
    }
  }

  private static func driver(to json: inout JSONWriter) {
    json.field("name", Tool.name)
    json.field("version", Tool.version)
    json.field("semanticVersion", Tool.version)
    json.array("rules", Rule.allCases) { json, rule in
      json.newline()
      json.object { write(rule, to: &$0) }
    }
    json.newline()
    json.array("notifications", ["unreadable-file"]) { json, id in
      json.object { json in
        json.field("id", id)
        json.text("shortDescription", "A file could not be read.")
      }
    }
  }

  private static func write(_ rule: Rule, to json: inout JSONWriter) {
    let page = rule.page
    json.field("id", rule.rawValue)
    json.field("name", rule.name)
    json.text("shortDescription", page.sentence)
    json.text("fullDescription", page.meaning)
    json.object("help") {
      $0.field("text", "\(page.meaning)\n\nWhy: \(page.why)\n\nWhat to do: \(page.remedy)")
      $0.field(
        "markdown",
        "\(MarkdownText.escaped(page.meaning))\n\n**Why:** \(MarkdownText.escaped(page.why))\n\n"
          + "**What to do:** \(MarkdownText.escaped(page.remedy))")
    }
    json.object("defaultConfiguration") { $0.field("level", page.severity.rawValue) }
  }

  /// Whether all drafts could be read, and which could not.
  private static func invocation(_ report: CheckReport, to json: inout JSONWriter) {
    let failures = report.skipped.filter(\.isFailure)
    json.field("executionSuccessful", failures.isEmpty)
    json.array("toolExecutionNotifications", failures) { json, file in
      json.newline()
      json.object { json in
        json.object("descriptor") {
          $0.field("id", "unreadable-file")
          $0.field("index", 0)
        }
        json.field("level", "error")
        json.text("message", SARIFMessage.escaped("\(file.path): \(file.reason)"))
        json.array("locations", [file]) { json, file in
          json.object { $0.location(file.path) }
        }
      }
    }
  }
}

extension RulePage {
  /// The summary as a sentence.
  fileprivate var sentence: String { summary.prefix(1).uppercased() + summary.dropFirst() + "." }
}

extension JSONWriter {
  /// An object with a text and nothing else.
  mutating func text(_ name: StaticString, _ text: String) {
    object(name) { $0.field("text", text) }
  }

  /// `physicalLocation`: a file, and the region in it that `region` writes.
  mutating func location(_ path: String, region: ((inout JSONWriter) -> Void)? = nil) {
    object("physicalLocation") { json in
      json.object("artifactLocation") {
        let reference = PercentText.reference(path)
        // An absolute path has no base.
        let isAbsolute = path.hasPrefix("/")
        $0.field("uri", isAbsolute ? "file://" + reference : reference)
        if !isAbsolute { $0.field("uriBaseId", CheckSARIF.base) }
      }
      if let region { json.object("region", region) }
    }
  }
}
