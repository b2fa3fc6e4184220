internal import Evaluation
internal import PhraseReport
internal import ShingleEngine
internal import Taohua
internal import TextIngest

/// Draws sentences of a corpus.
struct SentenceSampler {
  let corpus: Corpus

  /// Code points of context on each side: enough to see what a sentence speaks of.
  private static let context = 60

  /// `count` sentences, or all if there are no more, each as likely as another.
  func sheet(_ count: Int, seed: UInt64) -> CodingSheet {
    // Sentences of all documents have one numbering; they are cut again for those that are drawn.
    var ends: [Int] = []
    for document in corpus.documents.indices {
      ends.append((ends.last ?? 0) + corpus.sentences(of: document).count)
    }
    let total = ends.last ?? 0
    var generator = SplitMix64(seed: seed)
    let drawn = generator.sample(count, of: total)
    var lines: [Int: CodingSheet.Line] = [:]
    var sentences: [Range<Int>] = []
    var document = -1
    for number in drawn.sorted() {
      let next = ends.firstIndex { number < $0 } ?? 0
      if next != document {
        document = next
        sentences = corpus.sentences(of: document)
      }
      let first = document > 0 ? ends[document - 1] : 0
      lines[number] = line(sentences[number - first], corpus.documents[document])
    }
    return CodingSheet(lines: drawn.compactMap { lines[$0] }, total: total, seed: seed)
  }

  private func line(_ tokens: Range<Int>, _ document: CorpusDocument) -> CodingSheet.Line {
    let content = corpus.files[document.file].content
    let place = corpus.start(of: tokens.lowerBound)..<corpus.end(of: tokens.upperBound - 1)
    let last = tokens.upperBound < document.tokens.upperBound
    let limit = last ? corpus.start(of: tokens.upperBound) : document.byteRange.upperBound
    // The marks that end the sentence, without those that open the next.
    let marks = Punctuation.leading(content[place.upperBound..<max(place.upperBound, limit)])
      .prefix { !$0.isOpening }
    let end = marks.reduce(place.upperBound) { $0 + $1.bytes }
    let before = content[min(document.byteRange.lowerBound, place.lowerBound)..<place.lowerBound]
    let after = content[end..<max(end, document.byteRange.upperBound)]
    return CodingSheet.Line(
      document: document.id, place: place, line: lineNumber(of: place.lowerBound, in: content),
      before: text(before.suffix(Self.context * 4), last: true),
      sentence: DisplayText.clean(String(decoding: content[place.lowerBound..<end], as: UTF8.self)),
      after: text(after.prefix(Self.context * 4), last: false))
  }

  /// At most so many code points of `bytes` as context has, the last or the first, on one line.
  private func text(_ bytes: ArraySlice<UInt8>, last: Bool) -> String {
    var bytes = bytes
    // Four bytes for each may have cut a character.
    while let first = bytes.first, first & 0xC0 == 0x80 { bytes.removeFirst() }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let part = last ? scalars.suffix(Self.context) : scalars.prefix(Self.context)
    return DisplayText.clean(String(String.UnicodeScalarView(part)))
  }

  /// The line of the byte at `offset`, from 1; lines end with LF, CRLF or CR.
  private func lineNumber(of offset: Int, in content: [UInt8]) -> Int {
    var line = 1
    for index in 0..<offset {
      let isCR = content[index] == 0x0D && content[index + 1] != 0x0A
      if content[index] == 0x0A || isCR { line += 1 }
    }
    return line
  }
}
