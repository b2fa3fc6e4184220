internal import CMinizip

/// An archive in memory whose members are read piece by piece.
///
/// What a member is called is only compared: nothing is written anywhere.
package struct ZipArchive: ~Copyable {
  /// Where a member is.
  struct Member {
    var position: unz64_file_pos
    var isEncrypted: Bool
  }

  let file: unzFile
  /// Of the archive itself.
  let size: Int
  private(set) var members: [String: Member] = [:]
  /// Bytes that were unpacked so far, of all members.
  private var unpacked = 0

  /// Hands the archive in `content` to `body`.
  ///
  /// - Throws: `DocumentError.damagedArchive` where it has no list of members that can be read, what
  ///   a limit says, and what `body` throws.
  package static func open<Result>(
    _ content: [UInt8], _ body: (inout ZipArchive) throws(IngestError) -> Result
  ) throws(IngestError) -> Result {
    try content.withUnsafeBufferPointer { (bytes) throws(IngestError) in
      guard let base = bytes.baseAddress, let file = cminizip_open(base, bytes.count) else {
        throw .document(.damagedArchive)
      }
      var archive = ZipArchive(file: file, size: bytes.count)
      try archive.list()
      return try body(&archive)
    }
  }

  private init(file: unzFile, size: Int) {
    self.file = file
    self.size = size
  }

  deinit { unzClose(file) }

  /// Whether the archive has the member `name`; the case of letters makes no difference.
  package func has(_ name: String) -> Bool { members[name.lowercased()] != nil }

  /// Whether a member's name begins with `prefix`, in small letters.
  func hasMember(under prefix: String) -> Bool { members.keys.contains { $0.hasPrefix(prefix) } }

  private mutating func list() throws(IngestError) {
    var status = unzGoToFirstFile(file)
    while status == UNZ_OK {
      guard members.count < DocumentLimits.archiveMembers else {
        throw .document(.overLimit(.members(DocumentLimits.archiveMembers)))
      }
      try addMember()
      status = unzGoToNextFile(file)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE else { throw .document(.damagedArchive) }
  }

  private mutating func addMember() throws(IngestError) {
    var info = unz_file_info64()
    var position = unz64_file_pos()
    var name = [CChar](repeating: 0, count: 512)
    guard
      unzGetCurrentFileInfo64(file, &info, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK,
      unzGetFilePos64(file, &position) == UNZ_OK
    else { throw .document(.damagedArchive) }
    let key = Self.key(name[..<min(Int(info.size_filename), name.count - 1)])
    // The first of two members of one name counts, as in word processors.
    if members[key] == nil {
      members[key] = Member(position: position, isEncrypted: info.flag & 1 != 0)
    }
  }

  /// What a member of this name is looked up by.
  private static func key(_ name: ArraySlice<CChar>) -> String {
    let slashes = name.map { $0 == 0x5C ? 0x2F : UInt8(bitPattern: $0) }
    return String(decoding: slashes, as: UTF8.self).lowercased()
  }
}

extension ZipArchive {
  /// Unpacks the member `name` and hands it to `sink` piece by piece.
  ///
  /// - Throws: `DocumentError.missingPart`, `.encrypted`, `.damagedPart` or `.overLimit`.
  mutating func read(
    _ name: String, into sink: (UnsafeRawBufferPointer) throws(IngestError) -> Void
  ) throws(IngestError) {
    guard var member = members[name.lowercased()] else {
      throw .document(.missingPart(name))
    }
    if member.isEncrypted { throw .document(.encrypted) }
    guard unzGoToFilePos64(file, &member.position) == UNZ_OK, unzOpenCurrentFile(file) == UNZ_OK
    else { throw .document(.damagedPart(name)) }
    var isClosed = false
    defer { if !isClosed { unzCloseCurrentFile(file) } }
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.pieceSize, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Int(unzReadCurrentFile(file, buffer.baseAddress, UInt32(buffer.count)))
      guard count >= 0 else { throw .document(.damagedPart(name)) }
      if count == 0 { break }
      try add(count)
      try sink(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    isClosed = true
    // Only here the checksum is compared.
    guard unzCloseCurrentFile(file) == UNZ_OK else { throw .document(.damagedPart(name)) }
  }

  /// The whole member `name`.
  package mutating func content(of name: String) throws(IngestError) -> [UInt8] {
    var content: [UInt8] = []
    try read(name) { content += $0 }
    return content
  }

  /// Reads the XML document in the member `name`.
  package mutating func read(_ name: String, into handler: any XMLHandler) throws(IngestError) {
    let reader = XMLReader(part: name, handler: handler)
    try read(name) { (piece) throws(IngestError) in try reader.read(piece, isLast: false) }
    try reader.read(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private mutating func add(_ bytes: Int) throws(IngestError) {
    unpacked += bytes
    let limit = min(
      DocumentLimits.unpackedBytes,
      max(DocumentLimits.unpackedFreely, size * DocumentLimits.unpackedRatio))
    if unpacked > limit { throw .document(.overLimit(.unpacked(bytes: limit))) }
  }

  private static var pieceSize: Int { 1 << 16 }
}
