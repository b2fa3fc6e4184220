internal import Glibc

/// Reads files whole.
///
/// Not by mapping: a mapped file that somebody truncates kills the reader with SIGBUS.
enum FileContent {
  /// The largest file that is read unless the user says otherwise. Its tokens and the report on them take some
  /// twelve times as much memory.
  static let usualLimit = 1 << 30
  /// How much is read before it is looked at.
  private static let chunkSize = 1 << 24

  /// The bytes of the regular file at `path`.
  ///
  /// Does not wait for a FIFO's writer: it is opened without blocking and refused.
  ///
  /// - Parameters:
  ///   - path: what the system opens.
  ///   - isText: whether a hole ends the reading: a sparse file is refused at once.
  ///   - sizeLimit: the most bytes that are read.
  static func read(
    path: String, isText: Bool, sizeLimit: Int
  ) throws(IngestError) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    let size = try regularFileSize(descriptor)
    guard size <= sizeLimit else { throw .tooLarge(bytes: size, limit: sizeLimit) }
    let content = try read(descriptor, expecting: size, isText: isText, sizeLimit: sizeLimit)
    // A report that somebody is writing is half a report. What the kernel makes up has no size.
    if size > 0 {
      let sizeNow = try regularFileSize(descriptor)
      guard sizeNow == size, content.count == size else { throw .changedWhileRead }
    }
    return content
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
    return Int(status.st_size)
  }

  /// Reads `size` bytes and one more, so that the end is seen; a file without a size to its end.
  private static func read(
    _ descriptor: Int32, expecting size: Int, isText: Bool, sizeLimit: Int
  ) throws(IngestError) -> [UInt8] {
    var content: [UInt8] = []
    var chunk: [UInt8]
    repeat {
      chunk = try self.chunk(of: size == 0 ? 1 << 16 : size + 1, from: descriptor, isText: isText)
      guard content.count + chunk.count <= sizeLimit else {
        throw .tooLarge(bytes: content.count + chunk.count, limit: sizeLimit)
      }
      if size > 0 { return chunk }
      // Its bytes alone: a million empty files, each with room for 64 KB, would not fit into memory.
      content += chunk
    } while !chunk.isEmpty
    return content
  }

  /// Up to `size` bytes, fewer at the end of the file.
  private static func chunk(
    of size: Int, from descriptor: Int32, isText: Bool
  ) throws(IngestError) -> [UInt8] {
    var failure: IngestError?
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, failure == nil {
        let rest = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[count...].prefix(chunkSize)))
        let filled = fill(rest, from: descriptor, failure: &failure)
        if filled == 0 { break }
        let start = count
        count += filled
        if isText, let hole = NULRun.find(UnsafeRawBufferPointer(rest).prefix(filled)) {
          failure = .binary(offset: start + hole)
        }
      }
    }
    if let failure { throw failure }
    return chunk
  }

  /// Reads until `buffer` is full or the file ends; the number of bytes read.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, failure: inout IngestError?
  ) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
      if count > 0 {
        filled += count
      } else if count == 0 {
        break
      } else if errno != EINTR {
        failure = .unreadable(errno: errno)
        break
      }
    }
    return filled
  }
}
