internal import Glibc

extension FileSignature {
  /// What `content` is by its first bytes and, for archives, by their members; nil where nothing is
  /// recognised.
  static func of(_ content: [UInt8]) -> FileSignature? {
    if content.starts(with: compoundHead) { return compound(content) }
    if content.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return archive(content) }
    let head = content.prefix(1_024)
    if contains(head, "%PDF-") { return .pdf }
    let text = String(decoding: head, as: UTF8.self).lowercased().drop {
      $0.isWhitespace || $0 == "\u{FEFF}"
    }
    if text.hasPrefix("{\\rtf") { return .rtf }
    let isHTML =
      ["<!doctype html", "<html"].contains { text.hasPrefix($0) }
      || text.hasPrefix("<?xml") && text.contains("<html")
    return isHTML ? .html : nil
  }

  private static let compoundHead: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// The streams of a compound file are named in it in UTF-16.
  private static func compound(_ content: [UInt8]) -> FileSignature {
    if contains(content[...], "EncryptedPackage", isWide: true) { return .encryptedOffice }
    guard contains(content[...], "WordDocument", isWide: true) else { return .compound }
    return isEncryptedWord(content) ? .encryptedOffice : .doc
  }

  /// Whether the header of a Word document, at the start of a sector, has the flag of encryption
  /// ([MS-DOC] 2.5.2: wIdent, and fEncrypted in the flags at byte 10).
  private static func isEncryptedWord(_ content: [UInt8]) -> Bool {
    for sector in stride(from: 512, to: content.count - 12, by: 512)
    where content[sector] == 0xEC && content[sector + 1] == 0xA5 {
      return content[sector + 11] & 1 != 0
    }
    return false
  }

  private static func archive(_ content: [UInt8]) -> FileSignature? {
    try? ZipArchive.open(content) { (archive) throws(IngestError) in
      if archive.has("mimetype") {
        let type = String(decoding: try archive.content(of: "mimetype"), as: UTF8.self)
        if type.hasPrefix("application/epub+zip") { return .epub }
        if type.hasPrefix("application/vnd.oasis.opendocument.text") { return .odt }
      } else if archive.has("META-INF/container.xml") {
        return .epub
      } else if archive.has("content.xml") {
        return .odt
      }
      return archive.hasMember(under: "word/") ? .docx : .archive
    }
  }

  private static func contains(
    _ bytes: ArraySlice<UInt8>, _ text: String, isWide: Bool = false
  ) -> Bool {
    let needle = Array(text.utf8.map { isWide ? [$0, 0] : [$0] }.joined())
    return bytes.withUnsafeBytes { haystack in
      var start = 0
      while haystack.count - start >= needle.count,
        let found = memchr(haystack.baseAddress! + start, Int32(needle[0]), haystack.count - start)
      {
        let offset = UnsafeRawPointer(found) - haystack.baseAddress!
        guard haystack.count - offset >= needle.count else { return false }
        if memcmp(found, needle, needle.count) == 0 { return true }
        start = offset + 1
      }
      return false
    }
  }
}
