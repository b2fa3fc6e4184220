/// The elements of WordprocessingML that mean something for the text (ISO/IEC 29500-1, in the
/// transitional and the strict namespaces), and those of other vocabularies inside it.
enum WordElement: UInt8 {
  /// Means nothing by itself; what is in it counts.
  case transparent
  /// Nothing in it counts: what properties were before a change, and the like.
  case ignored
  case document, paragraph, paragraphProperties, run, runProperties
  case text, tab, lineBreak, carriageReturn, noBreakHyphen, softHyphen, symbol, pageNumber
  case paragraphStyle, runStyle, outlineLevel, numbering, numberingID, vanish
  case deletion, moveFrom, rubyText
  case fieldCharacter, fieldInstruction, simpleField
  case textBox, alternate, choice, fallback, picture, embedded, object
  case row, rowProperties, cell, cellDeletion, structuredTag, placeholder
  case note, footnoteReference, endnoteReference
  case commentReference, importedPart
  case mathText, numerator

  static func named(_ name: XMLName) -> WordElement {
    if isMain(name.namespace) { return main[name.local] ?? .transparent }
    return switch name.namespace {
    case "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "http://purl.oclc.org/ooxml/officeDocument/math":
      math[name.local] ?? .transparent
    case "http://schemas.openxmlformats.org/markup-compatibility/2006":
      compatibility[name.local] ?? .transparent
    case "http://schemas.openxmlformats.org/drawingml/2006/picture",
      "http://purl.oclc.org/ooxml/drawingml/picture":
      name.local == "pic" ? .picture : .transparent
    case "urn:schemas-microsoft-com:vml": name.local == "imagedata" ? .picture : .transparent
    case "http://schemas.openxmlformats.org/drawingml/2006/chart",
      "http://purl.oclc.org/ooxml/drawingml/chart",
      "http://schemas.openxmlformats.org/drawingml/2006/diagram",
      "http://purl.oclc.org/ooxml/drawingml/diagram":
      objects[name.local] ?? .transparent
    default: .transparent
    }
  }

  /// Whether `namespace` is that of WordprocessingML, transitional or strict.
  static func isMain(_ namespace: String) -> Bool {
    namespace == "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
      || namespace == "http://purl.oclc.org/ooxml/wordprocessingml/main"
  }

  private static let main: [String: WordElement] = [
    "document": .document, "p": .paragraph, "pPr": .paragraphProperties, "r": .run,
    "rPr": .runProperties, "t": .text, "tab": .tab, "ptab": .tab, "br": .lineBreak,
    "cr": .carriageReturn, "noBreakHyphen": .noBreakHyphen, "softHyphen": .softHyphen,
    "sym": .symbol, "pgNum": .pageNumber, "pStyle": .paragraphStyle, "rStyle": .runStyle,
    "outlineLvl": .outlineLevel, "numPr": .numbering, "numId": .numberingID, "vanish": .vanish,
    "del": .deletion, "moveFrom": .moveFrom, "rt": .rubyText, "fldChar": .fieldCharacter,
    "instrText": .fieldInstruction, "delInstrText": .ignored, "delText": .ignored,
    "fldSimple": .simpleField, "txbxContent": .textBox, "object": .object, "tr": .row,
    "trPr": .rowProperties,
    "tc": .cell, "cellDel": .cellDeletion, "sdt": .structuredTag, "showingPlcHdr": .placeholder,
    "footnote": .note, "endnote": .note,
    "footnoteReference": .footnoteReference, "endnoteReference": .endnoteReference,
    "commentReference": .commentReference,
    "altChunk": .importedPart, "rPrChange": .ignored, "pPrChange": .ignored,
    "tblPrChange": .ignored, "trPrChange": .ignored, "tcPrChange": .ignored,
    "sectPrChange": .ignored, "tblGridChange": .ignored, "numberingChange": .ignored,
    "tabs": .ignored, "docPartObj": .ignored, "ffData": .ignored,
  ]

  private static let math: [String: WordElement] = ["t": .mathText, "num": .numerator]

  private static let compatibility: [String: WordElement] = [
    "AlternateContent": .alternate, "Choice": .choice, "Fallback": .fallback,
  ]

  private static let objects: [String: WordElement] = ["chart": .embedded, "relIds": .embedded]
}
