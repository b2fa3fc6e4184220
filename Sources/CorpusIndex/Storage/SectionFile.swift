internal import CXXHash
internal import Glibc

/// The format of the files of an index: sections one after another, then a table of them and of the XXH3
/// checksums of all blocks, then nothing. The header, written last, says where the table is.
///
///     header   64 bytes: magic, format, kind, offset and length of the table, its checksum, size of the file,
///              checksum of what stands before
///     sections each begins at a multiple of 64
///     table    number of sections; for each its number, offset and length; then a checksum for each block of
///              64 KiB from the end of the header to the table
enum SectionFileFormat {
  static let magic: UInt64 = 0x3158_4144_4e49_4854  // "THINDAX1"
  static let version: UInt64 = 2
  static let headerSize = 64
  static let alignment = 64
  static let blockSize = 1 << 16
}

/// What a file of an index, or of an audit in parts, holds.
package enum SectionFileKind: UInt64, Sendable {
  case segment = 1
  case catalogue = 2
  /// Of an audit in parts: which files are read where.
  case plan = 3
  /// The documents of one split.
  case documents = 4
  /// The windows of one split.
  case windows = 5
  /// The groups of one range of hashes.
  case groups = 6
}

/// Writes a file of sections: first under a name that nobody reads, then, when all is on the disk, under its
/// own.
package final class SectionFileWriter {
  private let path: String
  private let temporary: String
  private let kind: SectionFileKind
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = SectionFileFormat.headerSize
  private var checksums: [UInt64] = []
  private var sections: [(id: Int, offset: Int, length: Int)] = []

  /// - Parameters:
  ///   - path: of the file.
  ///   - kind: what it holds.
  ///   - suffix: of the name that it has until it is whole. Where nobody keeps two processes from writing the
  ///     same file, each needs its own.
  package init(
    path: String, kind: SectionFileKind, suffix: String = ".tmp"
  ) throws(IndexError) {
    self.path = path
    self.kind = kind
    temporary = path + suffix
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw .system(file: path, errno: errno) }
    do throws(IndexError) {
      try write(UnsafeRawBufferPointer(rebasing: Self.zeros[0..<64]))
    } catch {
      discard()
      throw error
    }
  }

  deinit { discard() }

  private static var zeros: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: zeroMemory, count: 64)
  }
  nonisolated(unsafe) private static let zeroMemory = calloc(1, 64)!

  private func discard() {
    if descriptor >= 0 {
      close(descriptor)
      unlink(temporary)
      descriptor = -1
    }
  }

  /// Begins the section `id`; what is added from now on is its content.
  package func begin(_ id: Int) throws(IndexError) {
    let rest = position % SectionFileFormat.alignment
    if rest > 0 {
      try append(UnsafeRawBufferPointer(rebasing: Self.zeros[0..<64 - rest]))
    }
    sections.append((id, position, 0))
  }

  /// Adds `bytes` to the section in work.
  package func add(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    sections[sections.count - 1].length += bytes.count
    try append(bytes)
  }

  private func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    position += bytes.count
    var rest = bytes
    while rest.count > 0 {
      let room = SectionFileFormat.blockSize - buffer.count
      let part = min(room, rest.count)
      buffer += rest[0..<part]
      rest = UnsafeRawBufferPointer(rebasing: rest[part...])
      if buffer.count == SectionFileFormat.blockSize { try flush() }
    }
  }

  package func add(_ bytes: [UInt8]) throws(IndexError) {
    try withBytes(bytes, add)
  }

  /// Calls `body` with the memory of `bytes`: `withUnsafeBytes` knows no typed errors.
  private func withBytes(
    _ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) throws(IndexError) -> Void
  ) throws(IndexError) {
    let result = bytes.withUnsafeBytes { memory -> Result<Void, IndexError> in
      do throws(IndexError) {
        try body(memory)
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
  }

  private func flush() throws(IndexError) {
    if buffer.isEmpty { return }
    checksums.append(checksum(of: buffer))
    try withBytes(buffer, write)
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(
        descriptor, bytes.baseAddress! + written, bytes.count - written)
      if count > 0 {
        written += count
      } else if errno != EINTR {
        throw .system(file: path, errno: count == 0 ? ENOSPC : errno)
      }
    }
  }

  /// Brings the file to the disk and gives it its name.
  ///
  /// - Returns: the checksum of its header.
  package func finish() throws(IndexError) -> UInt64 {
    try flush()
    let tableOffset = position
    var table = ByteWriter()
    table.add(sections.count)
    for section in sections {
      table.add(section.id)
      table.add(section.offset)
      table.add(section.length)
    }
    for checksum in checksums { table.add(fixed: checksum) }
    try withBytes(table.bytes, write)
    let header = try writeHeader(tableOffset: tableOffset, table: table.bytes)
    guard fsync(descriptor) == 0 else { throw .system(file: path, errno: errno) }
    guard close(descriptor) == 0 else {
      descriptor = -1
      throw .system(file: path, errno: errno)
    }
    descriptor = -1
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .system(file: path, errno: code)
    }
    return header
  }

  private func writeHeader(
    tableOffset: Int, table: [UInt8]
  ) throws(IndexError) -> UInt64 {
    var header = ByteWriter()
    header.add(fixed: SectionFileFormat.magic)
    header.add(fixed: SectionFileFormat.version)
    header.add(fixed: kind.rawValue)
    header.add(fixed: UInt64(tableOffset))
    header.add(fixed: UInt64(table.count))
    header.add(fixed: checksum(of: table))
    header.add(fixed: UInt64(tableOffset + table.count))
    let known = checksum(of: header.bytes)
    header.add(fixed: known)
    let bytes = header.bytes
    let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == bytes.count else { throw .system(file: path, errno: errno) }
    return known
  }
}

/// The XXH3 checksum of `bytes`.
package func checksum(of bytes: [UInt8]) -> UInt64 {
  bytes.withUnsafeBytes { checksum(of: $0) }
}

/// The XXH3 checksum of `bytes`.
func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
  cxxh3_64(bytes.baseAddress, bytes.count)
}
