internal import Glibc

/// Bytes → UTF-8 text: the one place of encodings, for every format whose bytes are text.
package enum TextDecoder {
  /// UTF-8 text and what it was decoded from.
  package struct Text: Hashable, Sendable {
    package var utf8: [UInt8]
    /// As IANA names it.
    package var encoding: String
    /// Whether the text is not the bytes that were given.
    package var isDecoded: Bool
  }

  /// Decodes `bytes`, which may begin with a byte order mark.
  ///
  /// UTF-8 stays as it is, byte order mark included, so that offsets point into the file.
  ///
  /// - Parameters:
  ///   - bytes: of the whole text.
  ///   - name: the encoding, which is then not guessed; a byte order mark of another one is part of
  ///     the text.
  /// - Throws: ``IngestError/unknownEncoding(_:)`` for a name that nobody knows,
  ///   ``IngestError/undecodable(encoding:offset:)`` with the offset of the first byte that is no
  ///   character, ``IngestError/undetected(offset:)`` where the bytes are no UTF-8 and like nothing
  ///   else, ``IngestError/binary(offset:)`` where they are no text.
  package static func decode(
    _ bytes: [UInt8], encoding name: String? = nil
  ) throws(IngestError) -> Text {
    let encoding: TextEncoding
    if let name {
      guard let named = TextEncoding(label: name) else { throw .unknownEncoding(name) }
      encoding = markedUTF16(bytes, instead: named)
      if encoding == .utf8 { try requireUTF8(bytes) }
    } else {
      encoding = try EncodingDetector.encoding(of: bytes)
    }
    return try decode(bytes, encoding)
  }

  /// UTF-16 without a byte order is that of the mark.
  private static func markedUTF16(_ bytes: [UInt8], instead named: TextEncoding) -> TextEncoding {
    guard named == .utf16LE || named == .utf16BE else { return named }
    let marked = ByteOrderMark.find(bytes)?.encoding
    return marked == .utf16LE || marked == .utf16BE ? marked! : named
  }

  /// - Parameter encoding: where it is UTF-8, the bytes are known to be valid.
  private static func decode(
    _ bytes: [UInt8], _ encoding: TextEncoding
  ) throws(IngestError) -> Text {
    let utf8: [UInt8]
    var start = 0
    if encoding == .utf8 {
      utf8 = bytes
    } else {
      start = ByteOrderMark.find(bytes).map { $0.encoding == encoding ? $0.length : 0 } ?? 0
      utf8 = try transcode(bytes, encoding, from: start)
    }
    if let offset = utf8.withUnsafeBytes(offsetOfNUL) {
      throw .binary(
        offset: encoding == .utf8 ? offset : offsetOfNUL(in: bytes, encoding, from: start))
    }
    return Text(utf8: utf8, encoding: encoding.name, isDecoded: encoding != .utf8)
  }

  /// - Throws: ``IngestError/undecodable(encoding:offset:)`` where `bytes` are no valid UTF-8.
  static func requireUTF8(_ bytes: [UInt8]) throws(IngestError) {
    if let offset = bytes.withUnsafeBufferPointer(invalidUTF8Offset) {
      throw .undecodable(encoding: TextEncoding.utf8.name, offset: offset)
    }
  }

  /// The offset of the first byte that is not valid UTF-8.
  static func invalidUTF8Offset(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func transcode(
    _ bytes: [UInt8], _ encoding: TextEncoding, from start: Int
  ) throws(IngestError) -> [UInt8] {
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<[UInt8], IngestError> in
      // A byte gives three at most, the second of a code one more.
      let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count * 3 + 8)
      defer { buffer.deallocate() }
      var writer = UTF8Writer(buffer)
      if let fault = writer.write(EncodedText(bytes, encoding), from: start) {
        return .failure(.undecodable(encoding: encoding.name, offset: fault))
      }
      return .success(Array(UnsafeBufferPointer(start: buffer, count: writer.count)))
    }
    return try result.get()
  }

  /// The offset of the first character NUL of `bytes`, which have one.
  private static func offsetOfNUL(
    in bytes: [UInt8], _ encoding: TextEncoding, from start: Int
  ) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let text = EncodedText(bytes, encoding)
      var offset = start
      while offset < bytes.count {
        let (scalar, length) = text.decode(offset)
        if scalar == 0 { break }
        offset += length
      }
      return offset
    }
  }

  /// The first NUL byte of a text that is none for its NUL bytes.
  static func offsetOfNUL(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, 0, bytes.count) else { return nil }
    // A few in a text are the leavings of a bad conversion; binary formats have many.
    let count = bytes.count { $0 == 0 }
    return count * 100 < bytes.count ? nil : UnsafeRawPointer(found) - base
  }
}
