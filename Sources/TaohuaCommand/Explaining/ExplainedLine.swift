internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine
internal import Taohua
internal import TextIngest

/// What stands on a line: each piece with its class, and why it is no stock phrase.
struct ExplainedLine {
  /// Tokens of the line that one span covers, or none.
  struct Piece {
    var document: Int
    /// Positions in the corpus.
    var tokens: Range<Int>
    /// Where it begins, in code points from 1.
    var column: Int
    var span: SpanReport?
  }

  private let corpus: Corpus
  private let report: AuditReport
  private let sources: SourceNumbers
  private let file: Int
  private let query: LineQuery
  let pieces: [Piece]

  /// - Parameter file: index of the file.
  /// - Throws: `CommandFailure.noSuchLine` where the file has fewer lines.
  init(
    _ query: LineQuery, ofFile file: Int, of corpus: Corpus, report: AuditReport
  ) throws(CommandFailure) {
    self.corpus = corpus
    self.report = report
    self.query = query
    self.file = file
    sources = SourceNumbers(report)
    var cursor = LineCursor(report.files[file].content)
    let pieces = Self.pieces(on: query.line, ofFile: file, of: corpus, report: report, &cursor)
    if pieces.isEmpty {
      let lines = Self.lines(of: report.files[file].content, &cursor)
      if query.line > lines { throw .noSuchLine(query.line, path: query.path, lines: lines) }
    }
    guard let column = query.column else {
      self.pieces = pieces
      return
    }
    // A mark behind a piece is asked of with it.
    let piece = pieces.last { $0.column <= column } ?? pieces.first
    self.pieces = piece.map { [$0] } ?? []
  }

  private static func pieces(
    on line: Int, ofFile file: Int, of corpus: Corpus, report: AuditReport,
    _ cursor: inout LineCursor
  ) -> [Piece] {
    var pieces: [Piece] = []
    for (index, document) in corpus.documents.enumerated() where document.file == file {
      let spans = report.documents[index].spans
      var next = 0
      for position in document.tokens {
        let start = corpus.start(of: position)
        let place = cursor.advance(to: start)
        if place.line < line { continue }
        if place.line > line { return pieces }
        while next < spans.count, Int(spans[next].end) <= start { next += 1 }
        let span = next < spans.count && Int(spans[next].start) <= start ? spans[next] : nil
        if let last = pieces.last, last.document == index, last.span == span {
          pieces[pieces.count - 1].tokens = last.tokens.lowerBound..<position + 1
        } else {
          pieces.append(
            Piece(
              document: index, tokens: position..<position + 1, column: Int(place.column),
              span: span))
        }
      }
    }
    return pieces
  }

  /// The lines of `content`: behind its last end of line is none.
  private static func lines(of content: [UInt8], _ cursor: inout LineCursor) -> Int {
    let end = cursor.advance(to: content.count)
    return Int(end.line) - (end.line > 1 && end.column == 1 ? 1 : 0)
  }

  /// The families of the pieces, each once, by their indices.
  var families: [Int] {
    var seen: Set<Int> = []
    return pieces.compactMap { piece in
      guard let span = piece.span, span.tokenClass == .stock else { return nil }
      return seen.insert(Int(span.owner)).inserted ? Int(span.owner) : nil
    }
  }

  /// The pieces, a paragraph each.
  var text: String {
    if pieces.isEmpty { return "\(place):\(query.line)\n  no word or character is counted there\n" }
    let content = report.files[file].content
    return pieces.map { piece in
      let text = DisplayText.clean(
        String(decoding: content[bytes(of: piece.tokens)], as: UTF8.self))
      return "\(place):\(query.line):\(piece.column)  \(text)\n"
        + notes(on: piece).map { "  \($0)\n" }.joined()
    }.joined()
  }

  private var place: String { DisplayText.clean(report.files[file].path) }

  private func notes(on piece: Piece) -> [String] {
    let tokens = Count.of(piece.tokens.count, "token")
    guard let span = piece.span else {
      let others = Count.of(report.corpus.sources - 1, "other source")
      return ["original, \(tokens): not found in \(others)", longestShared(of: piece)]
    }
    let others = Count.of(Int(span.documents), "other source")
    switch span.tokenClass {
    case .stock:
      let family = report.families[Int(span.owner)]
      let edited = span.similarity < 1 ? ", edited: \(family.canonical)" : ""
      let found = Count.of(family.documents, "source")
      return ["stock, \(tokens): \(family.id) (\(family.kind.name)), in \(found)\(edited)"]
    case .borrowed:
      let source = DisplayText.clean(report.documents[Int(span.owner)].id)
      return ["borrowed, \(tokens): most like \(source), in \(others)", thresholds(of: piece)]
    case .shared: return ["shared, \(tokens): in \(others)", thresholds(of: piece)]
    case .repeated:
      return [
        "repeated, \(tokens): stands earlier in this document", longestShared(of: piece),
      ]
    case .allowed: return ["allowed, \(tokens): by the allow list"]
    case .original: return []
    }
  }

  /// The longest run of the piece that stands in another source, and what it lacks.
  private func longestShared(of piece: Piece) -> String {
    let scan = QueryScan(piece.tokens.map { corpus.tokens[$0] })
    let longest = others(than: piece).reduce(into: (length: Int32(0), end: 0)) { found, document in
      for (end, length) in scan.longest(in: document, of: corpus).enumerated()
      where (length, -end) > (found.length, -found.end) { found = (length, end) }
    }
    guard longest.length > 1 else { return "no two tokens of it stand together in another source" }
    let end = piece.tokens.lowerBound + longest.end + 1
    let run = end - Int(longest.length)..<end
    let text = String(decoding: report.files[file].content[bytes(of: run)], as: UTF8.self)
    let number = Count.of(sources(holding: run, besides: piece), "other source")
    return """
      the longest run of it elsewhere has \(Count.of(run.count, "token")), in \(number): \
      \(DisplayText.clean(text)); \(thresholds(of: piece))
      """
  }

  /// In how many other sources the tokens of `run` stand.
  private func sources(holding run: Range<Int>, besides piece: Piece) -> Int {
    let scan = QueryScan(run.map { corpus.tokens[$0] })
    var found: Set<Int> = []
    for (number, document) in corpus.documents.enumerated() {
      let source = sources.number(of: number)
      if source == sources.number(of: piece.document) || found.contains(source) { continue }
      if scan.longest(in: document, of: corpus).last == Int32(run.count) { found.insert(source) }
    }
    return found.count
  }

  private func others(than piece: Piece) -> [CorpusDocument] {
    corpus.documents.enumerated()
      .filter { sources.number(of: $0.offset) != sources.number(of: piece.document) }.map(\.element)
  }

  private func thresholds(of piece: Piece) -> String {
    let least = report.documents[piece.document].shingleLength
    let needed = report.settings.minimumDocuments
    return "a stock phrase has \(Count.of(least, "token")) or more (--min-length), in "
      + "\(Count.of(needed, "source")) or more (--min-documents)"
  }

  private func bytes(of tokens: Range<Int>) -> Range<Int> {
    corpus.start(of: tokens.lowerBound)..<corpus.end(of: tokens.upperBound - 1)
  }
}
