internal import Foundation

/// Python, which makes the files that the tests read.
package enum PythonRun {
  package struct Failure: Error {
    package var status: Int32
    package var message: String
  }

  /// What `script` writes to standard output.
  package static func output(_ script: String, input: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "taohua-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (given, result) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(input).write(to: given)
    try Data().write(to: result)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    // Files rather than pipes: neither side waits for the other.
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: result)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(status: process.terminationStatus, message: "python3 failed: \(script)")
    }
    return try Array(Data(contentsOf: result))
  }
}
