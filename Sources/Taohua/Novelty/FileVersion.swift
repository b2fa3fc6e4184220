internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// A file of checked drafts, as one version of it: its tokens, whatever documents it holds.
///
/// Files are compared, not documents: a part that is put in front of a compilation numbers the others
/// anew, and text may move from part to part.
struct FileVersion {
  let corpus: Corpus
  /// Its text.
  let content: [UInt8]
  /// Positions of its tokens in the corpus.
  let tokens: Range<Int>

  init(_ corpus: Corpus, file: Int) {
    self.corpus = corpus
    content = corpus.files[file].content
    let documents = corpus.documents.filter { $0.file == file }
    tokens = (documents.first?.tokens.lowerBound ?? 0)..<(documents.last?.tokens.upperBound ?? 0)
  }

  /// The tokens as they are numbered in the corpus.
  var values: Slab<UInt32> {
    let values = Slab<UInt32>(uninitialized: tokens.count)
    for (index, position) in tokens.enumerated() { values[index] = corpus.tokens[position] }
    return values
  }

  /// The tokens as the corpus of `other` numbers them; one that it has not is a number that none has.
  func values(numberedAs other: FileVersion) -> Slab<UInt32> {
    let values = values
    var numbers: [String: UInt32] = [:]
    for position in other.tokens {
      let token = other.corpus.tokens[position]
      if token >= TokenValue.firstWord { numbers[other.corpus.text(ofToken: token)] = token }
    }
    for index in 0..<values.count where values[index] >= TokenValue.firstWord {
      values[index] = numbers[corpus.text(ofToken: values[index])] ?? UInt32.max
    }
    return values
  }

  /// The indices, from the first token of the file, of the tokens that `finding` marks.
  func indices(of finding: Finding) -> Range<Int> {
    guard let document = finding.document else { return 0..<0 }
    let positions = corpus.positions(in: finding.start..<finding.end, of: document)
    return positions.lowerBound - tokens.lowerBound..<positions.upperBound - tokens.lowerBound
  }

  /// The tokens that `finding` marks, as they are folded.
  func texts(of finding: Finding) -> [String] {
    indices(of: finding).map {
      corpus.text(ofToken: corpus.tokens[tokens.lowerBound + $0])
    }
  }

  /// Of `lengths` the one for the text that `finding` stands in.
  func length(_ lengths: ScriptLengths, at finding: Finding) -> Int {
    let isSpaced = finding.document.map { corpus.isSpaced(corpus.documents[$0]) } ?? false
    return isSpaced ? lengths.spaced : lengths.unspaced
  }

  /// From how many new tokens on the copied passage `finding` is a new one: what makes a passage, or a pair
  /// of shorter ones.
  func copyLength(of finding: Finding, _ borrowedLength: ScriptLengths) -> Int {
    let length = length(borrowedLength, at: finding)
    return finding.severity == .error ? length : length / 2
  }

  /// Whether a block of `document` starts with the token at `index`. O(log n).
  func startsBlock(_ index: Int, in document: Int) -> Bool {
    let starts = corpus.documents[document].blockStarts
    let position = UInt32(tokens.lowerBound + index)
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < starts.count && starts[low] == position
  }

  /// The token at `index` as it is written.
  func surface(_ index: Int) -> ArraySlice<UInt8> { corpus.surface(of: tokens.lowerBound + index) }
}
