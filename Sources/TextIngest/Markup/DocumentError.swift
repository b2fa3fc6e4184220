/// Why the text of a document that is no text file could not be extracted: facts, no words.
package enum DocumentError: Error, Hashable, Sendable {
  /// The bytes are not what the file's name says: the format of the name, and what they are if that
  /// is known.
  case otherContent(named: TextFormat, found: FileSignature?)
  /// It needs a password, or its reader a licence.
  case encrypted
  /// The archive ends early or its directory is broken.
  case damagedArchive
  /// A member of the archive does not unpack: cut off, or its checksum is wrong.
  case damagedPart(String)
  /// The archive lacks a member that the document cannot do without.
  case missingPart(String)
  /// XML that is not well-formed: where, counted from 1, and what the parser says.
  case malformedXML(part: String, line: Int, column: Int, problem: String)
  /// A member that is text in no encoding: the byte of the member that is no character of `encoding`, which it says
  /// or most of it is in; nil where none can be told.
  case undecodablePart(String, encoding: String?, offset: Int)
  /// A document type declaration, with which entities are declared, where none belongs.
  case declaresEntities(part: String, line: Int)
  /// The program that reads the format is not installed.
  case converterMissing(Converter)
  /// It is, but lacks data of its own for the document: which.
  case converterLacks(Converter, data: String)
  /// It gave up, and says so.
  case converterFailed(Converter, problem: String)
  /// The document forbids that its text is taken out.
  case forbidsCopying
  /// None of so many pages has text: they are pictures.
  case noText(pages: Int)
  /// A limit of ``DocumentLimits`` is reached.
  case overLimit(DocumentLimits.Reached)
}
