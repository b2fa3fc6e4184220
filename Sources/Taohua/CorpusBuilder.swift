internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// Puts files together into the flat arrays of a corpus, while they are read.
///
/// Files become part of the corpus in their order, whatever thread read them and when. Whoever adds a file
/// writes the tokens of all that were only waiting for it; so tables of few files are in memory at once.
final class CorpusBuilder: Sendable {
  private struct State {
    /// Files that were read before one that comes before them.
    var early: [Int: Result<(IngestedFile, ContentHash), IngestError>] = [:]
    /// The next file to be taken over.
    var next = 0
    var filled = 0
    var vocabulary = Vocabulary()
    var files: [CorpusFile] = []
    var documents: [CorpusDocument] = []
    var skipped: [SkippedFile] = []
    var exceptions: [TokenPlaceColumns.Exceptions] = []
  }

  /// The tokens of a file, and what they become.
  private struct Tokens: Sendable {
    let table: TokenTable
    /// The numbers of its words.
    let words: [UInt32]
    /// The position of its first token.
    let offset: Int
  }

  private let inputs: [InputPath]
  /// Characters of the files before each.
  private let roomBefore: [Int]
  private let tokens: Slab<UInt32>
  private let separators: Slab<UInt8>
  private let columns: TokenPlaceColumns
  private let mostTokens: Int
  private let state: Monitor<State>

  /// Characters of files that are read ahead of one that takes its time.
  private static let charactersAhead = 4 << 20

  /// - Parameters:
  ///   - inputs: in order of name.
  ///   - sizes: characters of each one's text, or more; a token has one at least.
  ///   - mostTokens: of the whole; a file that does not fit is left out.
  init(_ inputs: [InputPath], sizes: [Int], mostTokens: Int = TokenCorpus.mostTokens) {
    self.inputs = inputs
    self.mostTokens = mostTokens
    var roomBefore = [0]
    for size in sizes { roomBefore.append(roomBefore.last! + size) }
    self.roomBefore = roomBefore
    tokens = Slab(uninitialized: roomBefore.last!)
    separators = Slab(uninitialized: roomBefore.last!)
    columns = TokenPlaceColumns(capacity: roomBefore.last!)
    state = Monitor(State())
  }

  /// Waits until file `index` is not too far ahead of the next to be taken over. Files are begun in
  /// order, so somebody reads that one.
  func awaitTurn(of index: Int) {
    state.wait(until: { state in
      state.next == index
        || self.roomBefore[index] - self.roomBefore[state.next] <= Self.charactersAhead
    })
  }

  /// Adds file `index`.
  func add(_ result: Result<(IngestedFile, ContentHash), IngestError>, at index: Int) {
    state.update { $0.early[index] = result }
    while let tokens = state.update({ takeNext(&$0) }) {
      let exceptions = write(tokens)
      state.update { $0.exceptions.append(exceptions) }
    }
  }

  /// Takes over the next file, if it was read and can be; its tokens are to be written.
  private func takeNext(_ state: inout State) -> Tokens? {
    while let result = state.early.removeValue(forKey: state.next) {
      let input = inputs[state.next]
      state.next += 1
      switch result {
      case .success((let file, let hash)):
        if mostTokens - state.filled >= file.tokens.count {
          return take(file, hash, of: input, &state)
        }
        skip(input, .corpusFull(tokens: mostTokens), &state)
      case .failure(let error): skip(input, error, &state)
      }
    }
    return nil
  }

  private func skip(_ input: InputPath, _ error: IngestError, _ state: inout State) {
    state.skipped.append(SkippedFile(path: input.name, reason: error.reason, isFailure: true))
  }

  private func take(
    _ file: IngestedFile, _ hash: ContentHash, of input: InputPath, _ state: inout State
  ) -> Tokens {
    let offset = state.filled
    state.filled += file.tokens.count
    for document in file.documents {
      state.documents.append(
        CorpusDocument(document, name: input.name, file: state.files.count, offset: offset))
    }
    state.files.append(
      CorpusFile(
        input: input, hash: hash, content: file.content, source: file.source,
        directives: file.directives, metadata: file.metadata))
    return Tokens(
      table: file.tokens, words: state.vocabulary.enter(file.words.words), offset: offset)
  }

  private func write(_ file: Tokens) -> TokenPlaceColumns.Exceptions {
    let table = file.table
    for token in 0..<table.count {
      let value = table.values[token]
      tokens[file.offset + token] =
        value < TokenValue.firstWord ? value : file.words[Int(value - TokenValue.firstWord)]
      separators[file.offset + token] = table.separators[token].rawValue
    }
    return columns.write(table.count, at: file.offset) {
      Int(table.starts[$0])..<Int(table.ends[$0])
    }
  }

  /// The corpus of all files, which were added.
  func corpus(_ reading: ReadingSettings) -> Corpus {
    state.update { state in
      tokens.truncate(to: state.filled)
      separators.truncate(to: state.filled)
      columns.truncate(to: state.filled)
      var places = TokenPlaces(columns)
      for exceptions in state.exceptions { places.enter(exceptions) }
      return Corpus(
        files: state.files, documents: state.documents, tokens: tokens, places: places,
        separators: separators, words: state.vocabulary.words,
        clusters: state.vocabulary.clusters, skipped: state.skipped, reading: reading)
    }
  }
}

extension CorpusDocument {
  /// - Parameters:
  ///   - document: positions are those of its file.
  ///   - name: of the file.
  ///   - file: index of the file.
  ///   - offset: the position of the file's first token.
  init(_ document: IngestedDocument, name: String, file: Int, offset: Int) {
    self.init(
      id: document.part.map { "\(name)#\($0)" } ?? name, file: file, part: document.part,
      title: document.title, byteRange: document.byteRange,
      tokens: document.tokenRange.lowerBound + offset..<document.tokenRange.upperBound + offset,
      blockStarts: document.blockStarts.map { $0 + UInt32(offset) }, joins: document.joins,
      characters: document.characters, date: document.date, bodyStart: document.bodyStart,
      sections: document.sections, stretches: document.stretches, flags: document.flags)
  }
}
