internal import Glibc

/// Reads files whole.
///
/// Not by mapping: a mapped file that somebody truncates kills the reader with SIGBUS.
enum FileContent {
  /// The bytes of the regular file at `path`.
  ///
  /// Does not wait for a FIFO's writer: it is opened without blocking and refused.
  static func read(path: String) throws(IngestError) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    let size = try regularFileSize(descriptor)
    return try read(descriptor, expecting: size)
  }

  private static func open(_ path: String) throws(IngestError) -> Int32 {
    while true {
      let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
      if descriptor >= 0 { return descriptor }
      if errno == EINTR { continue }
      // A socket cannot be opened, nor a device without a driver.
      throw errno == ENXIO || errno == ENODEV ? .notAFile : .unreadable(errno: errno)
    }
  }

  private static func regularFileSize(_ descriptor: Int32) throws(IngestError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= Int(UInt32.max) else { throw .tooLarge(bytes: Int(status.st_size)) }
    return Int(status.st_size)
  }

  /// Reads to the end of the file, wherever it is by now.
  private static func read(_ descriptor: Int32, expecting size: Int) throws(IngestError) -> [UInt8]
  {
    var failure: Int32 = 0
    // One byte more than expected, so that the end is seen without growing the array.
    var content = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      count = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, failure: &failure)
    }
    while failure == 0, content.count > size {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, failure: &failure)
      }
      if chunk.isEmpty { break }
      content += chunk
      guard content.count <= Int(UInt32.max) else { throw .tooLarge(bytes: content.count) }
    }
    guard failure == 0 else { throw .unreadable(errno: failure) }
    return content
  }

  /// Reads until `buffer` is full or the file ends; the number of bytes read.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, failure: inout Int32
  ) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
      if count > 0 {
        filled += count
      } else if count == 0 {
        break
      } else if errno != EINTR {
        failure = errno
        break
      }
    }
    return filled
  }
}
