/// How the bytes of a file are read. A further format is a case here, a row in `formats`, and a
/// step in ``Reader`` that turns its bytes into ``SourceText``.
package enum TextFormat: String, Sendable, Hashable, CaseIterable {
  case plainText = "text"
  case markdown
  case html
  case docx
  case odt
  case epub
  case pdf
  case rtf
  case doc
  case wps

  /// Whether the file's bytes are text in some encoding.
  package var isText: Bool {
    switch self {
    case .plainText, .markdown, .html: true
    default: false
    }
  }

  /// The program that reads it for us, which takes a hundred times as long as reading does; nil for none.
  package var converter: Converter? {
    switch self {
    case .pdf: .pdftotext
    case .rtf, .doc, .wps: .libreOffice
    default: nil
    }
  }

  /// The name that reports give it.
  package var name: String { rawValue }
}

/// What a file name says of the file.
package enum FileNameVerdict: Sendable, Hashable {
  case readable(TextFormat)
  /// A format of documents that is not read yet: its extension.
  case unsupported(String)
  /// No document as far as the name tells: left out when folders are walked, tried as plain text
  /// when the user names it.
  case unknown
}

extension TextFormat {
  /// Judges the last component of `path`. The case of the extension does not matter.
  package static func verdict(ofFileName path: String) -> FileNameVerdict {
    guard let name = path.utf8.split(separator: 0x2F).last else { return .unknown }
    guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex else { return .unknown }
    let fileExtension = String(decoding: name[name.index(after: dot)...], as: UTF8.self)
      .lowercased()
    if let format = formats[fileExtension] { return .readable(format) }
    return unsupportedExtensions.contains(fileExtension) ? .unsupported(fileExtension) : .unknown
  }

  private static let formats: [String: TextFormat] = [
    "txt": .plainText, "text": .plainText, "md": .markdown, "markdown": .markdown,
    "html": .html, "htm": .html, "xhtml": .html,
    "docx": .docx, "docm": .docx, "dotx": .docx,
    "odt": .odt, "epub": .epub, "pdf": .pdf, "rtf": .rtf, "doc": .doc, "wps": .wps,
  ]

  private static let unsupportedExtensions: Set<String> = ["pptx", "xlsx", "ppt", "xls", "ods"]
}
