/// What the first bytes of a file say that it is, whatever it is called.
package enum FileSignature: Hashable, Sendable {
  /// A Word document in an archive.
  case docx
  case odt
  case epub
  /// A workbook, slides, or another archive that is no document of text.
  case archive
  /// A document of Word 97 to 2003.
  case doc
  /// A compound file in which an encrypted document is wrapped.
  case encryptedOffice
  /// Another compound file: a workbook, slides, a mail.
  case compound
  case pdf
  case rtf
  case html
}
