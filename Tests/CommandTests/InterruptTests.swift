import Foundation
import Testing

/// Whoever interrupts the program while others work for it leaves nothing of them behind.
@Suite(.serialized) struct InterruptTests {
  /// A converter that notes its own number and that of a program that it has started, and never ends.
  private static func script(_ marks: URL) -> String {
    """
    #!/bin/sh
    sleep 600 &
    echo "$$ $!" > '\(marks.path)/'$$.new
    mv '\(marks.path)/'$$.new '\(marks.path)/'$$
    wait
    """
  }

  /// Several side by side, and one at a time with a folder of its own while the others wait for their turn.
  private static let converters = [
    (program: "pdftotext", ending: "pdf", content: "%PDF-1.4\n"),
    (program: "soffice", ending: "doc", content: "{\\rtf1\\ansi text}"),
  ]

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], [0, 1])
  func nothingIsLeft(_ signal: Int32, _ converter: Int) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (program, ending, content) = Self.converters[converter]
    let marks = folder.appending(path: "marks")
    let temporary = folder.appending(path: "temporary")
    let programs = folder.appending(path: "programs")
    for url in [marks, temporary, programs, folder.appending(path: "documents")] {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }
    let script = programs.appending(path: program)
    try Data(Self.script(marks).utf8).write(to: script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    for number in 0..<8 {
      try Data("\(content)\(number)".utf8)
        .write(to: folder.appending(path: "documents/\(number).\(ending)"))
    }

    let process = Process()
    process.executableURL = CommandRun.program
    process.arguments = ["audit", "documents", "--jobs", "4", "--format", "json"]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "\(programs.path):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TMPDIR": temporary.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try Self.withDefaultSignals { try process.run() }
    let wanted = program == "soffice" ? 1 : min(4, ProcessInfo.processInfo.activeProcessorCount)
    try wait { try Self.children(marks).count >= 2 * wanted }
    // Those that wait have had the time to make what they must not make yet.
    usleep(100_000)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()

    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    let children = try Self.children(marks)
    #expect(children.count == 2 * wanted)
    try wait { children.allSatisfy { !Self.isAlive($0) } }
    try wait { try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty }
  }

  /// Calls `body` with no signal blocked or ignored: a process inherits the mask of the thread that starts it, and those of
  /// tests block most; and what it ignores, which in the background of a shell are SIGINT and SIGHUP. What is
  /// ignored is so for all threads: the suite runs one test after another.
  private static func withDefaultSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var former = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    let handlers = [SIGINT, SIGTERM, SIGHUP].map { ($0, signal($0, SIG_DFL)) }
    defer { for (number, handler) in handlers { signal(number, handler) } }
    try body()
  }

  /// The numbers of the programs that have noted them.
  private static func children(_ marks: URL) throws -> [pid_t] {
    try FileManager.default.contentsOfDirectory(atPath: marks.path)
      .filter { !$0.hasSuffix(".new") }
      .flatMap { name in
        try String(contentsOf: marks.appending(path: name), encoding: .utf8)
          .split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) }
      }
  }

  /// Whether a process runs: one that has ended and that nobody waits for does not.
  private static func isAlive(_ process: pid_t) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status.map { !$0.contains(") Z ") } ?? false
  }

  /// Waits until `condition` holds, for half a minute.
  private func wait(
    until condition: () throws -> Bool, _ location: SourceLocation = #_sourceLocation
  ) throws {
    for _ in 0..<600 {
      if try condition() { return }
      usleep(50_000)
    }
    Issue.record("it never came", sourceLocation: location)
  }
}
