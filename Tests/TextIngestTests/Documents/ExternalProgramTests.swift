import Foundation
import Testing

@testable import TextIngest

/// Programs that converters might be, with /bin/sh for one.
@Suite("Converters are kept within bounds")
struct ExternalProgramTests {
  private func shell(seconds: Int = 30, outputLimit: Int = 1 << 20) -> ExternalProgram {
    var program = ExternalProgram(.pdftotext, path: "/bin/sh")
    program.seconds = seconds
    program.outputLimit = outputLimit
    return program
  }

  /// Whether a process whose command line has `mark` runs.
  /// Whether `sleep mark` runs on, some time after it was killed.
  private func isRunning(_ mark: String) throws -> Bool {
    for _ in 0..<50 {
      guard try isListed(mark) else { return false }
      usleep(100_000)
    }
    return true
  }

  private func isListed(_ mark: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).contains("sleep \(mark) ")
  }

  @Test("input, output, errors and status")
  func runs() throws {
    let input = Array("一份报告".utf8)
    let result = try shell().run(["-c", "cat; echo no >&2; exit 3"], input: input)
    #expect(result.output == input)
    #expect(result.errors == "no\n")
    #expect(result.status == 3)
    let killed = try shell().run(["-c", "kill -9 $$"])
    #expect(killed.status == -9)
  }

  @Test("more output than a pipe holds, on both streams")
  func large() throws {
    let result = try shell().run(
      ["-c", "head -c 900000 /dev/zero >&2; head -c 900000 /dev/zero"], input: [])
    #expect(result.output.count == 900_000)
    #expect(result.errors.utf8.count == 1 << 16)
  }

  @Test("what takes too long is killed with all that it started")
  func time() throws {
    let started = ContinuousClock.now
    #expect(throws: IngestError.document(.overLimit(.converting(.pdftotext)))) {
      try shell(seconds: 1).run(["-c", "sleep 71.\(getpid()) & sleep 71.\(getpid())"])
    }
    #expect(started.duration(to: .now) < .seconds(20))
    #expect(try !isRunning("71.\(getpid())"))
  }

  @Test("what says too much is killed")
  func size() {
    #expect(throws: IngestError.document(.overLimit(.converted(.pdftotext)))) {
      try shell().run(["-c", "yes"])
    }
  }

  @Test("what is left running when the program ends is killed")
  func leftovers() throws {
    let result = try shell().run(["-c", "sleep 72.\(getpid()) & echo done"])
    #expect(result.output == Array("done\n".utf8))
    #expect(try !isRunning("72.\(getpid())"))
  }

  @Test("nothing of our environment but the language is passed on")
  func environment() throws {
    let result = try shell().run(["-c", "env | cut -d= -f1 | sort | tr '\\n' ' '"])
    let names = String(decoding: result.output, as: UTF8.self)
    #expect(
      names.split(separator: " ").filter { $0 != "PWD" && $0 != "_" && $0 != "SHLVL" } == [
        "HOME", "LC_ALL", "PATH",
      ])
  }

  @Test("a private folder is nobody else's, and goes")
  func folder() throws {
    var path = ""
    do {
      let folder = try PrivateFolder()
      path = folder.path
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
      try folder.makeFolder("a/b")
      try folder.write([1, 2], to: "a/b/c")
      #expect(FileManager.default.contents(atPath: path + "/a/b/c") == Data([1, 2]))
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("a program that is not installed is named")
  func missing() throws {
    let program = ExternalProgram(.pdftotext, path: "/nowhere/pdftotext")
    #expect(
      throws: IngestError.document(
        .converterFailed(.pdftotext, problem: "No such file or directory"))
    ) { try program.run([]) }
  }

  @Test("the folders of those who were killed are taken away, and no others")
  func remainsAreRemoved() throws {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "remains-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for name in ["taohua-conversion-abc123", "taohua-backup", "taohua-conversion-old notes"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: "\(name)/profile"), withIntermediateDirectories: true)
    }
    let held = root.appending(path: "taohua-conversion-live12").path
    try FileManager.default.createDirectory(atPath: held, withIntermediateDirectories: false)
    let lock = open(held, O_RDONLY | O_DIRECTORY)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    PrivateFolder.removeRemains(in: root.path)
    let left = try FileManager.default.contentsOfDirectory(atPath: root.path)
    #expect(
      left.sorted() == [
        "taohua-backup", "taohua-conversion-live12", "taohua-conversion-old notes",
      ])
  }
}
