/// A file's name as the system has it: equal if the bytes are.
///
/// Strings take é in one code point and in two for equal; to the file system, and to an index, they name
/// two files.
struct FileName: Hashable, Comparable {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it is `other`, or in a folder of that name.
  func isAtOrBelow(_ other: FileName) -> Bool {
    bytes.starts(with: other.bytes)
      && (bytes.count == other.bytes.count || bytes[other.bytes.count] == UInt8(ascii: "/"))
  }

  static func < (left: FileName, right: FileName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
