import CorpusIndex
import Foundation
import Testing

/// One writer at a time.
@Suite struct WriterLockTests {
  @Test func theSecondIsToldOfTheFirst() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "lock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = ProcessInfo.processInfo.processIdentifier
    do {
      let first = try WriterLock(folder: folder.path, waitingUpTo: 0) { _ in }
      var holders: [Int32?] = []
      #expect(throws: IndexError.locked(folder: folder.path, process: process)) {
        _ = try WriterLock(folder: folder.path, waitingUpTo: 0) { holders.append($0) }
      }
      #expect(holders == [process])
      _ = consume first
    }
    // Whoever comes later has it.
    _ = try WriterLock(folder: folder.path, waitingUpTo: 0) { _ in Issue.record("nobody has it") }
  }

  /// A child that another thread forks has every open file until it becomes another program.
  @Test func aCopyOfTheOpenFileDoesNotKeepTheLock() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "lock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var copy: Int32 = -1
    do {
      let first = try WriterLock(folder: folder.path, waitingUpTo: 0) { _ in }
      let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      for descriptor in open.compactMap({ Int32($0) }) {
        let file = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/self/fd/\(descriptor)")
        if file?.hasSuffix("\(folder.lastPathComponent)/lock") == true { copy = dup(descriptor) }
      }
      _ = consume first
    }
    try #require(copy >= 0)
    defer { close(copy) }
    _ = try WriterLock(folder: folder.path, waitingUpTo: 0) { _ in Issue.record("nobody has it") }
  }
}
