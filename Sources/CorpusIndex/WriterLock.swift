internal import Glibc

/// The right to write an index: one process has it at a time, and loses it when it ends, however it ends.
package struct WriterLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock of the index in `folder`.
  ///
  /// - Parameters:
  ///   - folder: path of the index.
  ///   - seconds: how long to wait for another writer.
  ///   - waiting: called once, if there is one, with its process number if it is known.
  /// - Throws: ``IndexError/locked(folder:process:)`` if the other does not end in time.
  package init(
    folder: String, waitingUpTo seconds: Int, waiting: (Int32?) -> Void
  ) throws(IndexError) {
    let path = folder + "/lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw .system(file: path, errno: errno) }
    var rounds = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let code = errno
        close(descriptor)
        throw .system(file: path, errno: code)
      }
      let holder = Self.holder(descriptor)
      if rounds == 0 { waiting(holder) }
      rounds += 1
      if rounds > seconds * 50 {
        close(descriptor)
        throw .locked(folder: folder, process: holder)
      }
      usleep(20_000)
    }
    self.descriptor = descriptor
    let number = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = number.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// The process that the lock's file names.
  private static func holder(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
  }

  deinit {
    // A child between fork and exec has the open file too: closing ours alone would leave it the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
