internal import CMinizip

/// Makes archives for tests, wrong ones too.
package struct ZipBuilder {
  private struct Member {
    var name: [UInt8]
    var size: Int
    var packed: [UInt8]
    var checksum: UInt32
    var offset: Int
    var flags: UInt16
  }

  private var bytes: [UInt8] = []
  private var members: [Member] = []

  package init() {}

  /// An archive of `parts`, packed, in order of name.
  package static func archive(_ parts: [String: String]) -> [UInt8] {
    var builder = ZipBuilder()
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
      builder.add(name, Array(content.utf8))
    }
    return builder.finish()
  }

  /// - Parameters:
  ///   - name: of the member.
  ///   - content: what it unpacks to.
  ///   - checksum: a wrong one, for a damaged archive.
  ///   - flags: general purpose flags; bit 0 says that it is encrypted.
  package mutating func add(
    _ name: String, _ content: [UInt8], checksum: UInt32? = nil, flags: UInt16 = 0
  ) {
    let packed = ZipBuilder.deflated(content)
    let sum = checksum ?? UInt32(crc32(0, content, UInt32(content.count)))
    let member = Member(
      name: Array(name.utf8), size: content.count, packed: packed, checksum: sum,
      offset: bytes.count, flags: flags)
    append32(0x0403_4B50)
    appendHead(of: member)
    bytes += member.name
    bytes += packed
    members.append(member)
  }

  /// The archive with its list of members.
  package mutating func finish() -> [UInt8] {
    let start = bytes.count
    for member in members {
      append32(0x0201_4B50)
      append16(20)
      appendHead(of: member)
      // No comment, first disk, no attributes.
      bytes += [UInt8](repeating: 0, count: 10)
      append32(UInt32(member.offset))
      bytes += member.name
    }
    let end = bytes.count
    append32(0x0605_4B50)
    append32(0)
    append16(UInt16(members.count))
    append16(UInt16(members.count))
    append32(UInt32(end - start))
    append32(UInt32(start))
    append16(0)
    return bytes
  }

  /// What the local head and the list say alike.
  private mutating func appendHead(of member: Member) {
    append16(20)
    append16(member.flags)
    append16(8)
    append32(0)
    append32(member.checksum)
    append32(UInt32(member.packed.count))
    append32(UInt32(member.size))
    append16(UInt16(member.name.count))
    append16(0)
  }

  private mutating func append16(_ value: UInt16) {
    bytes += [UInt8(value & 0xFF), UInt8(value >> 8)]
  }

  private mutating func append32(_ value: UInt32) {
    append16(UInt16(value & 0xFFFF))
    append16(UInt16(value >> 16))
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { deflateEnd(&stream) }
    var content = content
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
    let count = content.withUnsafeMutableBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(packed[..<count])
  }
}
