internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Finds what a draft says twice (TH004): its longer runs of repeated tokens, and where each stands first.
///
/// Short ones are not told: of the runs of 6 to 12 characters in the real reports that we read nearly all
/// are the subject of the report and the names of its bodies, which recur by nature. A longer run whose
/// form is that of a name is none either.
struct RepeatedPassages {
  let corpus: Corpus
  let text: PhraseText
  /// The class of every token, raw values of `TokenClass`.
  let classes: Slab<UInt8>

  /// The repetitions in `document`, rising. O(tokens of the document).
  /// - Parameters:
  ///   - length: k of the document.
  ///   - least: the shortest run that is told, k or more.
  func repeats(in document: Int, length: Int, least: Int) -> [RepeatReport] {
    let runs = runs(in: document).filter { $0.count >= max(length, least) && !isName($0) }
    let firstPlaces = firstPlaces(of: runs, in: document, length: length)
    let found = runs.compactMap { run -> (run: Range<Int>, first: Range<Int>)? in
      for window in run.prefix(run.count - length + 1) {
        if let first = firstPlaces.place(before: window) {
          return (run, common(window, first, end: run.upperBound))
        }
      }
      return nil
    }
    let starts = found.flatMap { [$0.run.lowerBound, $0.first.lowerBound] }
    var lines = LineCursor(corpus.files[corpus.documents[document].file].content)
    var places: [Int: (line: UInt32, column: UInt32)] = [:]
    for start in starts.sorted() { places[start] = lines.advance(to: corpus.start(of: start)) }
    return found.map { report($0.run, first: $0.first, places) }
  }

  /// The tokens from `first` on that stand at `window` too, up to `end` there.
  private func common(_ window: Int, _ first: Int, end: Int) -> Range<Int> {
    var length = 1
    while window + length < end, first + length < window, !text.corpus.startsBlock(first + length),
      corpus.tokens[first + length] == corpus.tokens[window + length]
    {
      length += 1
    }
    return first..<first + length
  }

  private func report(
    _ run: Range<Int>, first: Range<Int>, _ places: [Int: (line: UInt32, column: UInt32)]
  ) -> RepeatReport {
    let content = corpus.files[corpus.documents[corpus.document(at: run.lowerBound)].file].content
    let bytes = corpus.start(of: run.lowerBound)..<corpus.end(of: run.upperBound - 1)
    let firstBytes = corpus.start(of: first.lowerBound)..<corpus.end(of: first.upperBound - 1)
    let place = places[run.lowerBound]!
    let firstPlace = places[first.lowerBound]!
    return RepeatReport(
      start: bytes.lowerBound, end: bytes.upperBound, line: Int(place.line),
      column: Int(place.column), text: OneLine.text(content[bytes]), first: firstBytes,
      firstLine: Int(firstPlace.line), firstColumn: Int(firstPlace.column),
      tokens: run.map { corpus.text(ofToken: corpus.tokens[$0]) })
  }

  /// The runs of repeated tokens, each inside one block.
  private func runs(in document: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for position in corpus.documents[document].tokens
    where classes[position] == TokenClass.repeated.rawValue {
      if let last = runs.last, last.upperBound == position, !text.corpus.startsBlock(position) {
        runs[runs.count - 1] = last.lowerBound..<position + 1
      } else {
        runs.append(position..<position + 1)
      }
    }
    return runs
  }

  private func isName(_ run: Range<Int>) -> Bool {
    let (kind, isSure) = KindClassifier(text: text)
      .kind(of: text.tokens(run), places: [UInt32(run.lowerBound)])
    return isSure && kind != .formula
  }

  /// The first places of the windows of `runs`. O(tokens of the document).
  private func firstPlaces(
    of runs: [Range<Int>], in document: Int, length: Int
  ) -> FirstPlaces {
    var wanted = Set<UInt64>()
    for run in runs {
      for window in run.prefix(run.count - length + 1) {
        wanted.insert(TokenHash.hash(of: corpus.tokens, at: window, length: length))
      }
    }
    var places = FirstPlaces(corpus: text.corpus, length: length)
    let tokens = corpus.documents[document].tokens
    for position in tokens.prefix(max(0, tokens.count - length + 1))
    where !(position + 1..<position + length).contains(where: text.corpus.startsBlock) {
      let hash = TokenHash.hash(of: corpus.tokens, at: position, length: length)
      if wanted.contains(hash) { places.add(position, hash) }
    }
    return places
  }
}

/// Where token sequences of one length stand first in a document.
///
/// Each sequence is kept once, so a document of one character costs no more than another.
private struct FirstPlaces {
  private let corpus: TokenCorpus
  private let length: Int
  /// By hash.
  private var places: [UInt64: [Int]] = [:]

  init(corpus: TokenCorpus, length: Int) {
    self.corpus = corpus
    self.length = length
  }

  /// Enters the place of a sequence that has `hash`; places rise.
  mutating func add(_ position: Int, _ hash: UInt64) {
    if place(position, hash) == nil { places[hash, default: []].append(position) }
  }

  /// The first place of the tokens at `window` that it does not overlap, if there is one.
  ///
  /// That can only be the first of all: what overlaps the first has no place before it.
  func place(before window: Int) -> Int? {
    let place = place(window, TokenHash.hash(of: corpus.tokens, at: window, length: length))
    return place.flatMap { $0 + length <= window ? $0 : nil }
  }

  private func place(_ position: Int, _ hash: UInt64) -> Int? {
    places[hash]?.first { corpus.equal($0, position, length: length) }
  }
}
