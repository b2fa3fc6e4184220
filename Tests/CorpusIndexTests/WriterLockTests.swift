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
}
