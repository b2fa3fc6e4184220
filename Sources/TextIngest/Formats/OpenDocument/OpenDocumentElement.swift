/// The elements of OpenDocument that mean something for the text (ODF 1.3, part 3).
enum OpenDocumentElement: UInt8 {
  /// Means nothing by itself; what is in it counts.
  case transparent
  /// Nothing in it counts, and it is nothing that a reader would miss.
  case ignored
  case officeText, paragraph, heading, span, section
  case space, tab, lineBreak
  case listItem, cell
  case note, frame, picture, object
  case annotation, deletion, rubyText, pageNumber, placeholder, script
  case hiddenText, hiddenParagraph
  case header, footer
  case style, textProperties

  static func named(_ name: XMLName) -> OpenDocumentElement {
    guard name.namespace.hasPrefix(prefix) else { return .transparent }
    let vocabulary = name.namespace.dropFirst(prefix.count).prefix { $0 != ":" }
    return elements["\(vocabulary):\(name.local)"] ?? .transparent
  }

  private static let prefix = "urn:oasis:names:tc:opendocument:xmlns:"

  private static let elements: [String: OpenDocumentElement] = [
    "office:text": .officeText, "text:p": .paragraph, "text:h": .heading, "text:span": .span,
    "text:section": .section, "text:s": .space, "text:tab": .tab, "text:line-break": .lineBreak,
    "text:list-item": .listItem, "table:table-cell": .cell, "table:covered-table-cell": .ignored,
    "text:note-body": .note, "text:note-citation": .ignored, "drawing:frame": .frame,
    "drawing:image": .picture, "drawing:object": .object, "drawing:object-ole": .object,
    "drawing:floating-frame": .object, "drawing:plugin": .object, "drawing:applet": .object,
    "svg-compatible:title": .ignored, "svg-compatible:desc": .ignored,
    "office:annotation": .annotation, "text:deletion": .deletion, "text:ruby-text": .rubyText,
    "text:page-number": .pageNumber, "text:page-count": .pageNumber,
    "text:page-variable-get": .pageNumber, "text:placeholder": .placeholder,
    "text:script": .script, "text:hidden-text": .hiddenText,
    "text:hidden-paragraph": .hiddenParagraph, "style:header": .header,
    "style:header-left": .header, "style:header-first": .header, "style:footer": .footer,
    "style:footer-left": .footer, "style:footer-first": .footer, "style:style": .style,
    "style:text-properties": .textProperties,
  ]
}
