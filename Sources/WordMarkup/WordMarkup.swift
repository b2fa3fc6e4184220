package import PhraseReport
internal import TextIngest

/// Writes a Word document anew with marks and comments: the user's own, in which nothing else changes.
///
/// Of the archive's members only the main part, the comments, the list of types and the list of relations
/// are other than they were; the others are copied packed as they are. In the XML nothing is written anew:
/// bytes are put in at places that the parser reported, so all that stood there stands there still.
package enum WordMarkup {
  /// What came of it.
  package struct Outcome {
    /// The document's bytes.
    package var content: [UInt8]
    /// Comments on text for which Word has no place.
    package var unplaced: Int
  }

  /// Adds `annotations` to the document in `content`.
  ///
  /// - Parameters:
  ///   - content: The bytes of a document of Word.
  ///   - annotations: Ranges in the text that is extracted from it.
  ///   - date: The day that comments are of, `YYYY-MM-DD`; nil for none.
  /// - Throws: ``WordMarkupError``.
  package static func annotate(
    _ content: [UInt8], with annotations: DraftAnnotations, date: String?
  ) throws(WordMarkupError) -> Outcome {
    let (text, map) = try reading { () throws(IngestError) in try WordReader.mapped(content) }
    let source = try WordSource(content, map)
    let anchoring = CommentAnchoring(source, annotations.comments)
    var edits = XMLEdits(of: source.main.content)
    var runs = RunMarkup(source, anchoring)
    runs.add(annotations.marks)
    runs.write(to: &edits)
    anchoring.write(to: &edits)
    var parts = [(name: map.part, content: try edits.applied(to: map.part))]
    parts += try source.comments.parts(with: anchoring.placed, date: date)
    let written = parts
    let result = try reading { () throws(IngestError) in
      try ZipArchive.open(content) { (archive) throws(IngestError) in try archive.rewritten(written)
      }
    }
    // What we cannot read again as the same text, nobody should get.
    guard try reading({ () throws(IngestError) in try WordReader.mapped(result) }).text == text
    else {
      throw .changesText
    }
    return Outcome(
      content: result, unplaced: annotations.comments.count - anchoring.placed.count)
  }

  /// Whether the document in `content` has comments of ours.
  package static func isAnnotated(_ content: [UInt8]) -> Bool {
    let author = Array("w:author=\"\(CommentXML.author)\"".utf8)
    let found = try? ZipArchive.open(content) { (archive) throws(IngestError) in
      let main = try WordReader.mainPart(of: &archive)
      let relations = try PackageRelations.of(main, in: &archive)
      guard let part = relations.first(where: { $0.type == "comments" }) else { return false }
      return try archive.content(of: part.part).contains(author)
    }
    return found ?? false
  }

  static func reading<Result>(
    _ body: () throws(IngestError) -> Result
  ) throws(WordMarkupError) -> Result {
    do throws(IngestError) { return try body() } catch { throw .unreadable(error) }
  }
}
