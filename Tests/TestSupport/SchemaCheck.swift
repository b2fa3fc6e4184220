internal import Foundation
package import Testing

/// Validates JSON with Python's jsonschema where it is installed; says so where it is not.
package enum SchemaCheck {
  private static let script = """
    import json, sys
    try:
      import jsonschema
    except ImportError:
      sys.exit(77)
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(json.load(sys.stdin)))
    for error in errors[:5]:
      print(error.json_path, error.message)
    sys.exit(1 if errors else 0)
    """

  package static func expect(
    _ json: [UInt8], follows schema: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard let result = try run(json, schema: schema) else { return }
    #expect(result.status == 0, "\(result.output)", sourceLocation: sourceLocation)
  }

  package static func expect(
    _ json: [UInt8], violates schema: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard let result = try run(json, schema: schema) else { return }
    #expect(result.status == 1, "\(result.output)", sourceLocation: sourceLocation)
  }

  /// Nil where Python or its package is missing.
  private static func run(
    _ json: [UInt8], schema: String
  ) throws -> (status: Int32, output: String)? {
    let docs = URL(filePath: #filePath).appending(path: "../../../docs").standardized
    let result = try PythonScript(script, [docs.appending(path: schema).path], input: json)
    if [77, 127].contains(result.status) {
      print("skipped: python3 with jsonschema is not here, \(schema) was not validated")
      return nil
    }
    return (result.status, result.output)
  }
}
