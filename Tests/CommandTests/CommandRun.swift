import Foundation
import TestSupport

/// A call of the built program in a folder of its own.
struct CommandRun {
  let status: Int32
  let output: Data
  let errors: Data
  /// The files in the folder afterwards that were not there before, in order of name.
  let newFiles: [String]

  /// The program, which stands beside the test bundle.
  static let program: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return folder.appending(path: "taohua")
  }()

  /// What the program sees of the environment, but for what a case adds.
  private static let environment = [
    "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "80", "PATH": "/usr/bin:/bin",
    "TERM": "xterm",
  ].merging(Sanitizers.environment) { $1 }

  /// Runs `arguments` in `folder`, which is changed by it.
  init(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    input: Data = Data()
  ) throws {
    let before = try CommandRun.files(in: folder)
    let process = Process()
    process.executableURL = CommandRun.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = CommandRun.environment.merging(environment) { _, new in new }
    // Files, not pipes: a full pipe that nobody reads would block the program.
    let streams = try Streams(input: input)
    defer { streams.remove() }
    process.standardInput = streams.input
    process.standardOutput = streams.output
    process.standardError = streams.errors
    try process.run()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    status = isSignal ? -process.terminationStatus : process.terminationStatus
    output = try streams.content("stdout")
    errors = try streams.content("stderr")
    newFiles = try CommandRun.files(in: folder).subtracting(before).sorted()
  }

  private static func files(in folder: URL) throws -> Set<String> {
    let manager = FileManager.default
    let paths = try manager.subpathsOfDirectory(atPath: folder.path)
    return Set(paths.filter { !folder.appending(path: $0).isFolder })
  }
}

extension URL {
  /// Whether a folder stands here.
  fileprivate var isFolder: Bool {
    (try? resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }
}

/// The standard streams of a run as files.
private struct Streams {
  let folder: URL
  let input: FileHandle
  let output: FileHandle
  let errors: FileHandle

  init(input: Data) throws {
    folder = try TemporaryFolder.make()
    try input.write(to: folder.appending(path: "stdin"))
    for name in ["stdout", "stderr"] { try Data().write(to: folder.appending(path: name)) }
    self.input = try FileHandle(forReadingFrom: folder.appending(path: "stdin"))
    output = try FileHandle(forWritingTo: folder.appending(path: "stdout"))
    errors = try FileHandle(forWritingTo: folder.appending(path: "stderr"))
  }

  func content(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// Folders for tests.
enum TemporaryFolder {
  /// A new empty folder with a name that nobody else has.
  static func make() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "taohua-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // The real path: the program names no link either.
    return folder.resolvingSymlinksInPath()
  }
}
