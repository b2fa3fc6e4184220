internal import PhraseMining
package import PhraseReport
internal import ShingleEngine

/// The settings of a comparison.
public struct CompareSettings: Hashable, Sendable {
  /// The shortest run that makes a passage, for spaced and unspaced text alike; nil for the defaults.
  public var minimumLength: Int?
  /// Whether every shared run of at least k tokens is listed instead of passages.
  public var listsAllRuns = false

  public init() {}
}

/// Compares two documents.
public enum Compare {
  /// The passages that the first documents of `left` and of `right` share, the best first.
  ///
  /// - Precondition: each holds one document.
  package static func run(
    _ left: Corpus, _ right: Corpus, settings: CompareSettings
  ) -> CompareReport {
    precondition(left.documents.count == 1 && right.documents.count == 1)
    let joined = Corpus(joining: left, right)
    let isSpaced = joined.documents.allSatisfy { joined.isSpaced($0) }
    var alignment: AlignmentSettings = isSpaced ? .words : .characters
    if let length = settings.minimumLength {
      alignment.runLength = length
      alignment.editedLength = max(length, alignment.editedLength)
    }
    let text = joined.text
    let aligner = PassageAligner(
      text: text, left: 0, right: 1, isSpaced: isSpaced, settings: alignment,
      slotValue: { joined.surfaceHash(of: $0) })
    let shingles = AuditSettings().shingleLength(documents: 2)
    let passages =
      settings.listsAllRuns
      ? aligner.sharedRuns(length: settings.minimumLength ?? shingles.of(isSpaced: isSpaced))
      : aligner.passages()
    return CompareAssembly(corpus: joined).report(passages)
  }
}

/// Makes the report of a comparison: positions become bytes and lines.
struct CompareAssembly {
  /// The left document, then the right.
  let corpus: Corpus

  func report(_ passages: [AlignedPassage]) -> CompareReport {
    CompareReport(
      left: document(0, passages.map(\.left)), right: document(1, passages.map(\.right)),
      passages: passages.map(passage))
  }

  private func document(_ index: Int, _ spans: [Range<Int>]) -> ComparedDocument {
    let document = corpus.documents[index]
    var matched = Set<Int>()
    for span in spans { matched.formUnion(span) }
    return ComparedDocument(
      id: document.id, path: corpus.files[document.file].input.name, title: document.title,
      byteRange: document.byteRange, content: corpus.files[document.file].content,
      tokens: document.tokens.count, characters: document.characters,
      matchedTokens: matched.count)
  }

  private func passage(_ passage: AlignedPassage) -> ComparedPassage {
    let marks = CommonMarks(corpus: corpus)
    let bytes = marks.widened(passage.left, passage.right)
    let left = passage.left.map { corpus.tokens[$0] }
    let right = passage.right.map { corpus.tokens[$0] }
    let edits = left == right ? [] : SequenceAlignment.replacements(from: left, to: right)
    return ComparedPassage(
      left: bytes.left, right: bytes.right, leftLine: line(of: bytes.left.lowerBound, in: 0),
      rightLine: line(of: bytes.right.lowerBound, in: 1), matched: passage.matched,
      similarity: left == right ? 1 : min(passage.similarity, 0.999),
      isExact: left == right, leftOnly: edits.compactMap { self.bytes($0.range, passage.left) },
      rightOnly: SequenceAlignment.replacements(from: right, to: left).compactMap {
        self.bytes($0.range, passage.right)
      })
  }

  /// The bytes of the tokens `range` of a span; nil for none.
  private func bytes(_ range: Range<Int>, _ span: Range<Int>) -> Range<Int>? {
    if range.isEmpty { return nil }
    let first = span.lowerBound + range.lowerBound
    let last = span.lowerBound + range.upperBound - 1
    return corpus.start(of: first)..<corpus.end(of: last)
  }

  private func line(of offset: Int, in document: Int) -> Int {
    var lines = LineCursor(corpus.files[corpus.documents[document].file].content)
    return Int(lines.advance(to: offset).line)
  }
}
