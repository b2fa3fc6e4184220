extension TextLayout {
  /// The layout of Markdown.
  static func markdown(_ text: UTF8Text) -> TextLayout {
    var reader = MarkdownReader(text)
    return reader.read()
  }
}
