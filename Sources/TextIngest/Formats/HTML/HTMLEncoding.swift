/// Finds out in which encoding an HTML file is: by a byte order mark, else by what its head says, else as
/// that of any text is told.
enum HTMLEncoding {
  /// `content` as UTF-8 without a byte order mark, and the name of the encoding that it was in.
  ///
  /// - Parameter forced: the name of the encoding, whatever the file says.
  /// - Throws: what ``TextDecoder`` throws.
  static func decoded(
    _ content: [UInt8], encoding forced: String? = nil
  ) throws(IngestError) -> (html: [UInt8], encoding: String) {
    let text = try decode(content, forced)
    let hasMark = text.utf8.starts(with: [0xEF, 0xBB, 0xBF])
    return (hasMark ? Array(text.utf8.dropFirst(3)) : text.utf8, text.encoding)
  }

  private static func decode(
    _ content: [UInt8], _ forced: String?
  ) throws(IngestError) -> TextDecoder.Text {
    guard forced == nil, ByteOrderMark.find(content) == nil,
      let declared = declaredName(content[..<min(content.count, 4096)]),
      let encoding = TextEncoding(label: declared), encoding != .utf16LE, encoding != .utf16BE
    else { return try TextDecoder.decode(content, encoding: forced) }
    do throws(IngestError) {
      return try TextDecoder.decode(content, encoding: declared)
    } catch {
      // Many a page that was converted still says what it was before.
      if let text = try? TextDecoder.decode(content) { return text }
      throw error
    }
  }

  /// The encoding that a `meta` element or the XML declaration in `head` names.
  private static func declaredName(_ head: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: head.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    return value(of: "charset", in: text, within: "<meta")
      ?? value(of: "encoding", in: text, within: "<?xml")
  }

  /// What stands behind `name` and an equals sign in the first tag that has it.
  private static func value(of name: String, in text: String, within tag: String) -> String? {
    for part in text.split(separator: "<") where ("<" + part).hasPrefix(tag) {
      let inside = part.prefix { $0 != ">" }
      guard let found = inside.firstRange(of: name) else { continue }
      let rest = inside[found.upperBound...].drop { $0 == " " }
      guard rest.first == "=" else { continue }
      let value = rest.dropFirst().drop { " \"'".contains($0) }
        .prefix { !" \"';/>".contains($0) && !$0.isWhitespace }
      if !value.isEmpty { return String(value) }
    }
    return nil
  }
}
