import Foundation
import PhraseReport
import TestSupport
import Testing

/// SARIF: its schema, and what code scanning reads of it.
@Suite struct CheckSARIFTests {
  static func log(_ report: CheckReport) -> [UInt8] {
    var bytes: [UInt8] = []
    CheckSARIF.write(report) { bytes += $0 }
    return bytes
  }

  static func run(_ report: CheckReport) throws -> [String: Any] {
    let log = try JSONText.parse(log(report))
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  static func results(_ report: CheckReport) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  /// A report with everything that a log can have.
  static let rich: CheckReport = {
    var report = SampleReport.check
    report.findings[0].isNew = false
    report.findings[1].suppression = Suppression(by: .comment, reason: "馆训 {x} [y](1)", line: 3)
    report.findings[2].places = [
      FindingPlace(
        document: "旧 稿#1.md", path: "旧 稿#1.md", start: 0, end: 9, line: 1, column: 1),
      FindingPlace(
        document: report.documents[0].id, path: report.findings[0].path, start: 66, end: 99,
        line: 3, column: 13),
    ]
    report.findings.insert(
      Finding(
        rule: .unreadable, severity: .error, document: nil, path: "a b,{c}.docx", start: 0, end: 0,
        line: 1, column: 1, family: nil, sources: [], similarity: 1, fingerprint: "0",
        message: "broken {0} [x](2)"), at: 0)
    report.skipped = [SkippedFile(path: "a b,{c}.docx", reason: "broken", isFailure: true)]
    return report
  }()

  @Test func followsTheSchemaOfOASIS() throws {
    for report in [SampleReport.check, Self.rich] {
      try SARIFSchema.expect(Self.log(report))
    }
    var broken = String(decoding: Self.log(SampleReport.check), as: UTF8.self)
    broken.replace("\"startLine\":", with: "\"startLines\":")
    try SARIFSchema.expect(Array(broken.utf8), isValid: false)
  }

  @Test func rulesHaveHelpAndResultsPointAtThem() throws {
    let run = try Self.run(Self.rich)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == Rule.allCases.map(\.rawValue))
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = (rule[key] as? [String: Any])?["text"] as? String
        #expect(text?.isEmpty == false)
      }
    }
    for result in try Self.results(Self.rich) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  @Test func pathsAreEncodedAndRelative() throws {
    let log = String(decoding: Self.log(Self.rich), as: UTF8.self)
    #expect(log.contains("\"uri\":\"a%20b%2C%7Bc%7D.docx\",\"uriBaseId\":\"%SRCROOT%\""))
    #expect(log.contains("\"uri\":\"%E6%97%A7%20%E7%A8%BF%231.md\""))
    var report = SampleReport.check
    report.findings[0].path = "/srv/x y.md"
    #expect(
      String(decoding: Self.log(report), as: UTF8.self)
        .contains("{\"uri\":\"file:///srv/x%20y.md\"}"))
  }

  @Test func messagesHoldNoPlaceholderAndNoForgedLink() throws {
    let results = try Self.results(Self.rich)
    func text(_ index: Int) -> String? {
      (results[index]["message"] as? [String: Any])?["text"] as? String
    }
    #expect(text(0) == "broken {{0}} [x] (2)")
    #expect(text(3)?.hasSuffix("See [旧 稿#1.md:1](1), [青溪/2022.md:3](2), [青溪/2021.md](3)") == true)
    let related = try #require(results[3]["relatedLocations"] as? [[String: Any]])
    #expect(related.map { $0["id"] as? Int } == [1, 2, 3])
  }

  @Test func unreadableFilesAreNotifications() throws {
    let run = try Self.run(Self.rich)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
    let clean = try Self.run(SampleReport.check)
    let other = try #require((clean["invocations"] as? [[String: Any]])?.first)
    #expect(other["executionSuccessful"] as? Bool == true)
  }

  @Test func newAndSuppressedAreToldWhereThereAreSuch() throws {
    let results = try Self.results(Self.rich)
    #expect(
      results.map { $0["baselineState"] as? String } == ["new", "unchanged"]
        + [String](repeating: "new", count: results.count - 2))
    #expect(results.map { ($0["suppressions"] as? [Any])?.count }.prefix(4) == [0, 0, 1, 0])
    for result in try Self.results(SampleReport.check) {
      #expect(result["baselineState"] == nil && result["suppressions"] == nil)
    }
  }

  @Test func fingerprintsCountTheirPlacesInAFile() throws {
    var report = SampleReport.check
    for index in report.findings.indices { report.findings[index].fingerprint = "00000000000000ff" }
    let hashes = try Self.results(report).map {
      ($0["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
    }
    #expect(hashes == report.findings.indices.map { "00000000000000ff:\($0 + 1)" })
  }
}

/// Validates SARIF against the schema of OASIS, which a package of PyPI carries and `scripts/setup
/// --tests` installs; says so where it is not there.
enum SARIFSchema {
  private static let script = """
    import json, pathlib, sys
    try:
      import jsonschema
    except ImportError:
      sys.exit(77)
    places = [pathlib.Path(sys.argv[1])] + [pathlib.Path(each) for each in sys.path]
    found = [each / "sarif-schema.json" for each in places if (each / "sarif-schema.json").is_file()]
    if not found:
      sys.exit(77)
    schema = json.loads(found[0].read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    errors = list(validator(schema).iter_errors(json.load(sys.stdin)))
    for error in errors[:5]:
      print(error.json_path, error.message[:300])
    sys.exit(1 if errors else 0)
    """

  static func expect(
    _ log: [UInt8], isValid: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let result = try PythonScript(script, [root.appending(path: ".build/sarif").path], input: log)
    if [77, 127].contains(result.status) {
      print("skipped: jsonschema or the schema of SARIF is not here (scripts/setup --tests)")
      return
    }
    #expect(result.status == (isValid ? 0 : 1), "\(result.output)", sourceLocation: sourceLocation)
  }
}
