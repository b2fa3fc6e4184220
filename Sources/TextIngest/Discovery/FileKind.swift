/// What the name of a file says about it.
package enum FileKind: Hashable, Sendable {
  /// A format of documents, whether or not this version reads it.
  case document
  /// No format that documents come in: program text, images, data.
  case other

  /// The kind of the file called `name`, told by its extension in any case.
  package init(name: String) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.utf8.startIndex else {
      self = .other
      return
    }
    let fileExtension = String(name[dot...].dropFirst()).lowercased()
    self = FileKind.documentExtensions.contains(fileExtension) ? .document : .other
  }

  private static let documentExtensions: Set<String> = [
    "txt", "text", "md", "markdown", "docx", "doc", "odt", "rtf", "pdf", "html", "htm", "xhtml",
    "epub", "wps",
  ]
}
