import PhraseMining
import PhraseReport

/// A document of the sample before its tokens are counted.
struct SamplePart {
  var file: Int
  var part: Int?
  var runs: [MarkedText.Run]
  var bytes: Range<Int>

  func document(in files: [ReportFile], families: [FamilyReport]) -> DocumentReport {
    let text = String(decoding: files[file].content[bytes], as: UTF8.self)
    let tokens = MarkedText.tokens(in: text)
    var classes = ClassCounts()
    var kinds = KindCounts()
    for run in runs {
      classes[run.tokenClass] += run.tokens
      if run.tokenClass == .stock { kinds[families[Int(run.owner)].kind] += run.tokens }
    }
    classes[.original] = tokens - runs.reduce(0) { $0 + $1.tokens }
    let suffix = part.map { "#\($0)" } ?? ""
    return DocumentReport(
      id: files[file].path + suffix, file: file, part: part,
      title: String(text.prefix { $0 != "\n" }), byteRange: bytes, shingleLength: 6,
      tokens: tokens, characters: text.filter { !$0.isWhitespace }.count, classes: classes,
      stockByKind: kinds, spans: spans(families), blockStarts: blockStarts(in: text))
  }

  private func spans(_ families: [FamilyReport]) -> [SpanReport] {
    runs.map { run in
      let isStock = run.tokenClass == .stock
      // A borrowed passage comes from the older report of the same town, document 2.
      let owner = run.tokenClass == .borrowed ? 2 : run.owner
      let documents =
        isStock ? families[Int(run.owner)].documents : run.tokenClass == .repeated ? 0 : 1
      return SpanReport(
        start: UInt32(run.start), end: UInt32(run.end), line: UInt32(run.line),
        column: UInt32(run.column), tokens: UInt32(run.tokens), tokenClass: run.tokenClass,
        owner: owner,
        documents: UInt32(documents), similarity: 1)
    }
  }

  /// Each line with text is a block.
  private func blockStarts(in text: String) -> [UInt32] {
    var starts: [UInt32] = []
    var offset = bytes.lowerBound
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty { starts.append(UInt32(offset)) }
      offset += line.utf8.count + 1
    }
    return starts
  }
}
