import Foundation
import PhraseReport

/// The JSON views as bytes and as values.
enum JSONText {
  static func audit(_ report: AuditReport) -> [UInt8] {
    var bytes: [UInt8] = []
    AuditJSON.write(report) { bytes += $0 }
    return bytes
  }

  static func check(_ report: CheckReport) -> [UInt8] {
    var bytes: [UInt8] = []
    CheckJSON.write(report) { bytes += $0 }
    return bytes
  }

  static func parse(_ bytes: [UInt8]) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(bytes))
    guard let object = value as? [String: Any] else { throw NotAnObject() }
    return object
  }

  struct NotAnObject: Error {}
}
