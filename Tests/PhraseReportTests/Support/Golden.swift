import Foundation
import Testing

/// Golden files: what a view printed when its author last looked at it.
///
/// `RECORD_SNAPSHOTS=1` writes them anew, and the run that records fails.
enum Golden {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden")

  static func expect(
    _ bytes: [UInt8], isLike name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let expected = try Data(contentsOf: file)
    let difference = firstDifference(bytes, Array(expected))
    #expect(difference == nil, "\(name) differs", sourceLocation: sourceLocation)
  }

  /// The first line that differs: what is, and what was expected.
  private static func firstDifference(_ actual: [UInt8], _ expected: [UInt8]) -> String? {
    if actual == expected { return nil }
    let left = String(decoding: actual, as: UTF8.self).components(separatedBy: "\n")
    let right = String(decoding: expected, as: UTF8.self).components(separatedBy: "\n")
    for line in 0..<max(left.count, right.count) {
      let (is_, was) = (left[safe: line], right[safe: line])
      if is_ != was { return "line \(line + 1): \(is_ ?? "–") / expected: \(was ?? "–")" }
    }
    return "bytes differ"
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { index < count ? self[index] : nil }
}
