internal import Foundation

/// A script of Python with its input: what it printed, and how it ended.
package struct PythonScript {
  package let status: Int32
  package let output: String

  package init(_ script: String, _ arguments: [String], input: [UInt8]) throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "taohua-python-\(UUID().uuidString)")
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    process.standardInput = try FileHandle(forReadingFrom: file)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
