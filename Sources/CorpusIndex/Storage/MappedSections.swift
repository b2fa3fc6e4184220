internal import Glibc
internal import Synchronization

/// A file of sections in memory, mapped: what is not touched is not read. Every block is compared with its
/// checksum before its bytes are handed out for the first time.
package final class MappedSections: Sendable {
  package let path: String
  /// Of the header, which has those of all the rest.
  package let headerChecksum: UInt64
  nonisolated(unsafe) private let memory: UnsafeRawBufferPointer
  private let sections: [Int: Range<Int>]
  private let checksums: [UInt64]
  private let tableOffset: Int
  /// Blocks that were found sound.
  private let verified: Mutex<[Bool]>

  package init(path: String, kind: SectionFileKind) throws(IndexError) {
    self.path = path
    let memory = try Self.map(path)
    self.memory = memory
    do throws(IndexError) {
      let header = try Self.header(memory, path, kind)
      let table = try Self.table(memory, header, path)
      sections = table.sections
      checksums = table.checksums
      tableOffset = header.tableOffset
      headerChecksum = header.checksum
      verified = Mutex([Bool](repeating: false, count: table.checksums.count))
    } catch {
      munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
      throw error
    }
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }

  /// Bytes of the file.
  package var size: Int { memory.count }

  /// The bytes of section `id`, or of `range` of it, found sound. The memory lives as long as this object.
  package func bytes(
    _ id: Int, _ range: Range<Int>? = nil
  ) throws(IndexError) -> UnsafeRawBufferPointer {
    guard let section = sections[id] else { throw damage(at: 0) }
    guard let range else {
      if !isVerified(blocks(of: section)) {
        prefetch(section)
        try verify(blocks(of: section))
      }
      return UnsafeRawBufferPointer(rebasing: memory[section])
    }
    guard range.upperBound <= section.count else { throw damage(at: section.lowerBound) }
    let part = section.lowerBound + range.lowerBound..<section.lowerBound + range.upperBound
    if !isVerified(blocks(of: part)) { try verify(blocks(of: part)) }
    return UnsafeRawBufferPointer(rebasing: memory[part])
  }

  /// Bytes of section `id`.
  package func length(of id: Int) throws(IndexError) -> Int {
    guard let section = sections[id] else { throw damage(at: 0) }
    return section.count
  }

  /// The bytes of section `id`, found sound by several threads: `forEach` calls its body once for each of
  /// so many parts.
  package func bytes(
    _ id: Int, forEach: (_ parts: Int, _ body: @Sendable (Int) -> Void) -> Void
  ) throws(IndexError) -> UnsafeRawBufferPointer {
    guard let section = sections[id] else { throw damage(at: 0) }
    let blocks = blocks(of: section)
    if !isVerified(blocks) {
      prefetch(section)
      let count = (blocks.count + Self.partBlocks - 1) / Self.partBlocks
      forEach(count) { part in
        let first = blocks.lowerBound + part * Self.partBlocks
        let last = min(first + Self.partBlocks, blocks.upperBound)
        // Damage is thrown below, always that of the first block.
        try? verify(first..<last)
      }
      try verify(blocks)
    }
    return UnsafeRawBufferPointer(rebasing: memory[section])
  }

  /// Takes section `id` out of the memory of the process; it is mapped anew where it is read once more.
  func release(_ id: Int) {
    guard let section = sections[id] else { return }
    let first = (section.lowerBound + 4_095) / 4_096 * 4_096
    let end = section.upperBound / 4_096 * 4_096
    if first >= end { return }
    madvise(
      UnsafeMutableRawPointer(mutating: memory.baseAddress! + first), end - first, MADV_DONTNEED)
  }

  /// Blocks that one thread compares at a time.
  private static let partBlocks = 16

  /// All of `section` is read now: the system may fetch it in large pieces.
  private func prefetch(_ section: Range<Int>) {
    let start = section.lowerBound / 4_096 * 4_096
    madvise(
      UnsafeMutableRawPointer(mutating: memory.baseAddress! + start),
      section.upperBound - start, MADV_WILLNEED)
  }

  /// Maps the pages of `blocks` at once: a fault for each sixteen of them costs more than their checksums.
  private func populate(_ blocks: Range<Int>) throws(IndexError) {
    let start = SectionFileFormat.headerSize + blocks.lowerBound * SectionFileFormat.blockSize
    let end = SectionFileFormat.headerSize + blocks.upperBound * SectionFileFormat.blockSize
    try Self.populate(memory, start..<min(end, memory.count), path)
  }

  /// Compares all blocks with their checksums.
  package func verifyAll() throws(IndexError) {
    try verify(blocks(of: SectionFileFormat.headerSize..<tableOffset))
  }

  /// The blocks that hold the bytes `range` of the file.
  private func blocks(of range: Range<Int>) -> Range<Int> {
    if range.isEmpty { return 0..<0 }
    let first = (range.lowerBound - SectionFileFormat.headerSize) / SectionFileFormat.blockSize
    let last = (range.upperBound - 1 - SectionFileFormat.headerSize) / SectionFileFormat.blockSize
    return first..<last + 1
  }

  private func isVerified(_ blocks: Range<Int>) -> Bool {
    verified.withLock { known in known[blocks].allSatisfy { $0 } }
  }

  private func verify(_ blocks: Range<Int>) throws(IndexError) {
    let unknown = verified.withLock { known in blocks.filter { !known[$0] } }
    guard let first = unknown.first, let last = unknown.last else { return }
    try populate(first..<last + 1)
    for block in unknown {
      let start = SectionFileFormat.headerSize + block * SectionFileFormat.blockSize
      let end = min(start + SectionFileFormat.blockSize, tableOffset)
      guard
        checksum(of: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
          == checksums[block]
      else { throw damage(at: start) }
    }
    verified.withLock { known in for block in unknown { known[block] = true } }
  }

  private func damage(at offset: Int) -> IndexError {
    .damaged(file: path, offset: offset, length: SectionFileFormat.blockSize)
  }
}

extension MappedSections {
  private struct Header {
    var tableOffset: Int
    var tableLength: Int
    var tableChecksum: UInt64
    var checksum: UInt64 = 0
  }

  /// Maps the pages of the bytes `range`.
  ///
  /// - Throws: what the disk cannot give, or what the file has lost meanwhile; touched unmapped, it would end the
  ///   process (SIGBUS). Systems before Linux 5.14 do not know beforehand.
  private static func populate(
    _ memory: UnsafeRawBufferPointer, _ range: Range<Int>, _ path: String
  ) throws(IndexError) {
    if range.isEmpty { return }
    let first = range.lowerBound / 4_096 * 4_096
    let start = UnsafeMutableRawPointer(mutating: memory.baseAddress! + first)
    while madvise(start, range.upperBound - first, MADV_POPULATE_READ) != 0 {
      if errno == EFAULT || errno == EHWPOISON { throw .system(file: path, errno: EIO) }
      if errno != EINTR && errno != EAGAIN { return }
    }
  }

  private static func map(_ path: String) throws(IndexError) -> UnsafeRawBufferPointer {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw errno == ENOENT ? .lost(file: path) : .system(file: path, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(file: path, errno: errno) }
    let size = Int(status.st_size)
    guard size >= SectionFileFormat.headerSize else {
      throw .damaged(file: path, offset: 0, length: size)
    }
    let memory = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let memory = memory, memory != MAP_FAILED else {
      throw .system(file: path, errno: errno)
    }
    return UnsafeRawBufferPointer(start: memory, count: size)
  }

  private static func header(
    _ memory: UnsafeRawBufferPointer, _ path: String, _ kind: SectionFileKind
  ) throws(IndexError) -> Header {
    let size = SectionFileFormat.headerSize
    try populate(memory, 0..<size, path)
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: memory[0..<size]))
    let damage = IndexError.damaged(file: path, offset: 0, length: size)
    guard reader.fixed() == SectionFileFormat.magic else { throw damage }
    let version = reader.fixed()
    let found = reader.fixed()
    var header = Header(
      tableOffset: Int(truncatingIfNeeded: reader.fixed()),
      tableLength: Int(truncatingIfNeeded: reader.fixed()), tableChecksum: reader.fixed())
    let fileSize = reader.fixed()
    let known = checksum(of: UnsafeRawBufferPointer(rebasing: memory[0..<size - 8]))
    header.checksum = reader.fixed()
    guard header.checksum == known else { throw damage }
    guard version == SectionFileFormat.version else {
      throw .otherFormat(
        file: path, found: Int(truncatingIfNeeded: version),
        expected: Int(SectionFileFormat.version))
    }
    guard fileSize == UInt64(memory.count), found == kind.rawValue, header.tableOffset >= size,
      header.tableOffset <= memory.count,
      header.tableLength == memory.count - header.tableOffset
    else { throw damage }
    return header
  }

  private static func table(
    _ memory: UnsafeRawBufferPointer, _ header: Header, _ path: String
  ) throws(IndexError) -> (sections: [Int: Range<Int>], checksums: [UInt64]) {
    let range = header.tableOffset..<header.tableOffset + header.tableLength
    try populate(memory, range, path)
    let bytes = UnsafeRawBufferPointer(rebasing: memory[range])
    let damage = IndexError.damaged(
      file: path, offset: header.tableOffset, length: header.tableLength)
    guard checksum(of: bytes) == header.tableChecksum else { throw damage }
    var reader = ByteReader(bytes)
    var sections: [Int: Range<Int>] = [:]
    for _ in 0..<reader.count() {
      let id = reader.number()
      let offset = reader.number()
      let length = reader.number()
      guard reader.isSound, offset >= 0, length >= 0, offset <= header.tableOffset,
        length <= header.tableOffset - offset
      else { throw damage }
      sections[id] = offset..<offset + length
    }
    let data = header.tableOffset - SectionFileFormat.headerSize
    let count = (data + SectionFileFormat.blockSize - 1) / SectionFileFormat.blockSize
    var checksums: [UInt64] = []
    for _ in 0..<count { checksums.append(reader.fixed()) }
    guard reader.isSound else { throw damage }
    return (sections, checksums)
  }
}
