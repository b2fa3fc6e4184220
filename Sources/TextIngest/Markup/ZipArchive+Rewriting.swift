internal import CMinizip

extension ZipArchive {
  /// The archive with other content for some of its members, and with further members behind them. All
  /// others stay as they are, to the byte: they are not even unpacked.
  ///
  /// - Parameter parts: names and contents; a name that the archive has not is that of a new member.
  /// - Throws: `DocumentError.damagedArchive` where a member cannot be copied.
  package mutating func rewritten(
    _ parts: [(name: String, content: [UInt8])]
  ) throws(IngestError) -> [UInt8] {
    var positions: [UInt64: Int] = [:]
    for (index, part) in parts.enumerated() {
      if let member = members[part.name.lowercased()] {
        positions[member.position.pos_in_zip_directory] = index
      }
    }
    var output = ZipOutput()
    var left = size
    var status = unzGoToFirstFile(file)
    while status == UNZ_OK {
      let member = try ZipMember(current: file)
      if let index = positions[member.position] {
        try output.add(member.replaced, parts[index].content)
      } else {
        // Members that lie in one another would be more when they are copied than the archive is.
        left -= Int(clamping: member.info.compressed_size)
        guard left >= 0 else { throw .document(.damagedArchive) }
        try output.copy(member, from: file)
      }
      status = unzGoToNextFile(file)
    }
    for part in parts where !has(part.name) {
      try output.add(
        try ZipMember(name: part.name, like: members.values.first, in: file), part.content)
    }
    return try output.finish()
  }
}

/// What the list of an archive says of a member.
private struct ZipMember {
  var info = unz_file_info64()
  /// Where it stands in the list.
  var position: UInt64 = 0
  /// Ended by NUL.
  var name: [CChar]
  var extra: [UInt8] = []
  var comment: [CChar] = [0]

  /// The member that `file` stands at.
  init(current file: unzFile) throws(IngestError) {
    var place = unz64_file_pos()
    guard unzGetCurrentFileInfo64(file, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK,
      unzGetFilePos64(file, &place) == UNZ_OK
    else { throw .document(.damagedArchive) }
    position = place.pos_in_zip_directory
    name = [CChar](repeating: 0, count: Int(info.size_filename) + 1)
    extra = [UInt8](repeating: 0, count: Int(info.size_file_extra))
    comment = [CChar](repeating: 0, count: Int(info.size_file_comment) + 1)
    guard
      unzGetCurrentFileInfo64(
        file, nil, &name, UInt(name.count - 1), &extra, UInt(extra.count), &comment,
        UInt(comment.count - 1)) == UNZ_OK, !name.dropLast().contains(0)
    else { throw .document(.damagedArchive) }
  }

  /// A new member, with the day of another.
  init(name: String, like other: ZipArchive.Member?, in file: unzFile) throws(IngestError) {
    self.name = name.utf8CString.map { $0 }
    guard var position = other?.position, unzGoToFilePos64(file, &position) == UNZ_OK else {
      return
    }
    info.dosDate = try ZipMember(current: file).info.dosDate
    info.version = 20
  }

  /// The same for other content: what is said of how it is packed goes.
  var replaced: ZipMember {
    var member = self
    member.extra = []
    member.info.flag &= 0x800
    return member
  }

  /// `fields` without those of sizes above 4 GiB, which are written anew where they are needed.
  static func withoutSizes(_ fields: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index + 4 <= fields.count {
      let end = index + 4 + Int(fields[index + 2]) + Int(fields[index + 3]) << 8
      if fields[index] != 1 || fields[index + 1] != 0 {
        kept += fields[index..<min(end, fields.count)]
      }
      index = end
    }
    return kept
  }
}

/// An archive that is being written, in memory.
private struct ZipOutput: ~Copyable {
  private let output: UnsafeMutablePointer<CMinizipOutput>
  private var file: zipFile?

  init() {
    output = .allocate(capacity: 1)
    output.initialize(to: CMinizipOutput())
    file = cminizip_create(output)
  }

  deinit {
    if let file { zipClose(file, nil) }
    free(output.pointee.bytes)
    output.deallocate()
  }

  /// Adds a member with `content`, packed.
  mutating func add(_ member: ZipMember, _ content: [UInt8]) throws(IngestError) {
    try open(member, method: Z_DEFLATED, isRaw: false, size: UInt64(content.count), local: [])
    for start in stride(from: 0, to: content.count, by: 1 << 24) {
      let piece = content[start..<min(content.count, start + 1 << 24)]
      let status = piece.withUnsafeBytes {
        zipWriteInFileInZip(file, $0.baseAddress, UInt32($0.count))
      }
      guard status == ZIP_OK else { throw .document(.damagedArchive) }
    }
    guard zipCloseFileInZip(file) == ZIP_OK else { throw .document(.damagedArchive) }
  }

  /// Copies the member that `source` stands at as it is packed.
  mutating func copy(_ member: ZipMember, from source: unzFile) throws(IngestError) {
    var method: Int32 = 0
    var level: Int32 = 0
    guard unzOpenCurrentFile2(source, &method, &level, 1) == UNZ_OK else {
      throw .document(.damagedArchive)
    }
    defer { unzCloseCurrentFile(source) }
    var local = [UInt8](repeating: 0, count: max(0, Int(unzGetLocalExtrafield(source, nil, 0))))
    if !local.isEmpty { unzGetLocalExtrafield(source, &local, UInt32(local.count)) }
    try open(
      member, method: method, isRaw: true,
      size: max(member.info.compressed_size, member.info.uncompressed_size), local: local)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unzReadCurrentFile(source, &buffer, UInt32(buffer.count))
      guard count >= 0 else { throw .document(.damagedArchive) }
      if count == 0 { break }
      guard zipWriteInFileInZip(file, buffer, UInt32(count)) == ZIP_OK else {
        throw .document(.damagedArchive)
      }
    }
    guard
      zipCloseFileInZipRaw64(file, member.info.uncompressed_size, member.info.crc) == ZIP_OK
    else { throw .document(.damagedArchive) }
  }

  private func open(
    _ member: ZipMember, method: Int32, isRaw: Bool, size: UInt64, local: [UInt8]
  ) throws(IngestError) {
    var about = zip_fileinfo()
    about.dosDate = member.info.dosDate
    about.internal_fa = member.info.internal_fa
    about.external_fa = member.info.external_fa
    let local = ZipMember.withoutSizes(local)
    let extra = ZipMember.withoutSizes(member.extra)
    // Sizes and checksum go before the content, not behind it.
    let flags = member.info.flag & ~UInt(8)
    let status = zipOpenNewFileInZip4_64(
      file, member.name, &about, local, UInt32(local.count), extra, UInt32(extra.count),
      member.comment.count > 1 ? member.comment : nil, method, Z_DEFAULT_COMPRESSION,
      isRaw ? 1 : 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nil, 0,
      member.info.version, flags, size >= UInt64(UInt32.max) ? 1 : 0)
    guard status == ZIP_OK else { throw .document(.damagedArchive) }
  }

  /// The archive with its list of members.
  mutating func finish() throws(IngestError) -> [UInt8] {
    defer { file = nil }
    guard zipClose(file, nil) == ZIP_OK, let bytes = output.pointee.bytes else {
      throw .document(.damagedArchive)
    }
    return Array(UnsafeBufferPointer(start: bytes, count: output.pointee.length))
  }
}
