/// The keys and values between the fences `---` at the beginning of a text: what YAML front matter says in
/// single values and lists. What is deeper is left out.
struct FrontMatter {
  /// By canonical key. A list's items are parted by commas.
  private(set) var fields: [String: String] = [:]
  /// Offset after the closing fence.
  private(set) var end = 0

  /// Longer front matter is none.
  private static let longest = 1 << 16

  /// Nil if the text begins otherwise, or if a line between the fences is neither empty, a comment, a key
  /// with its value, an item of a list, nor indented.
  init?(_ text: UTF8Text) {
    var offset = text.count >= 3 && text.string(0..<3) == "\u{FEFF}" ? 3 : 0
    let first = FrontMatter.line(text, offset)
    guard text.count > offset + 3, text.string(first.content) == "---" else { return nil }
    offset = first.next
    var key: String?
    while offset < text.count, offset < FrontMatter.longest {
      let line = FrontMatter.line(text, offset)
      let content = text.string(line.content)
      offset = line.next
      if content == "---" || content == "..." {
        end = offset
        return
      }
      guard read(content, &key) else { return nil }
    }
    return nil
  }

  /// The line at `start` without white space at its end, and where the next begins.
  private static func line(
    _ text: UTF8Text, _ start: Int
  ) -> (content: Range<Int>, next: Int) {
    var end = start
    while end < text.count, text.base[end] != 0x0A, text.base[end] != 0x0D { end += 1 }
    var next = end
    if next < text.count, text.base[next] == 0x0D { next += 1 }
    if next < text.count, text.base[next] == 0x0A { next += 1 }
    while end > start, text.base[end - 1] == 0x20 || text.base[end - 1] == 0x09 { end -= 1 }
    return (start..<end, next)
  }

  /// Reads a line; false if it is no line of front matter.
  private mutating func read(_ line: String, _ key: inout String?) -> Bool {
    let content = line.drop { $0 == " " || $0 == "\t" }
    if content.isEmpty || content.hasPrefix("#") { return true }
    let isIndented = content.count < line.count
    if content.hasPrefix("- ") || content == "-" || isIndented {
      let item = content.hasPrefix("- ") ? content.dropFirst(2) : content
      let isDeeper = isIndented && !content.hasPrefix("-") && Self.colon(in: content) != nil
      if let key, !isDeeper { add(Self.unquoted(item), to: key) }
      return key != nil
    }
    guard let colon = Self.colon(in: content) else { return false }
    let name = MetadataKey.canonical(content[..<colon])
    guard !name.isEmpty, name.count <= 64 else { return false }
    key = name
    fields[name] = nil
    let value = Self.value(content[content.index(after: colon)...])
    if !value.isEmpty { fields[name] = value }
    return true
  }

  private mutating func add(_ item: String, to key: String) {
    guard !item.isEmpty else { return }
    fields[key] = fields[key].map { $0 + ", " + item } ?? item
  }

  /// The colon after a key: one of full width, or one before white space or the end.
  private static func colon(in text: Substring) -> Substring.Index? {
    text.indices.first { index in
      if text[index] == "：" { return true }
      let next = text.index(after: index)
      return text[index] == ":" && (next == text.endIndex || text[next].isWhitespace)
    }
  }

  private static func value(_ text: Substring) -> String {
    let text = text.drop(while: \.isWhitespace)
    // What introduces a block of lines is no value.
    if ["|", ">", "|-", ">-", "|+", ">+"].contains(text) { return "" }
    guard text.hasPrefix("["), text.hasSuffix("]") else { return unquoted(text) }
    return text.dropFirst().dropLast().split(separator: ",").map {
      unquoted($0.drop(while: \.isWhitespace))
    }
    .joined(separator: ", ")
  }

  /// `text` without the quotation marks around it, or without the comment after it.
  private static func unquoted(_ text: Substring) -> String {
    if let mark = text.first, mark == "\"" || mark == "'",
      let end = text.dropFirst().firstIndex(of: mark)
    {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    guard let comment = text.firstRange(of: " #") else { return String(text) }
    let value = text[..<comment.lowerBound]
    return String(value[...(value.lastIndex { !$0.isWhitespace } ?? value.startIndex)])
  }
}
