internal import ShingleEngine
internal import TextIngest

/// What was left open in a document, and what that says of it.
struct BlankText {
  /// Positions of places to fill in, rising.
  private(set) var forms: [Int] = []
  /// Positions of signs that stand for a name or a figure, rising.
  private(set) var masks: [Int] = []
  private let corpus: Corpus
  private let tokens: Range<Int>

  /// Documents that are masked throughout have so many signs at least, and so many to a thousand tokens.
  private static let fewest = 5
  private static let perThousand = 2.0

  init(_ corpus: Corpus, document: Int) {
    let source = corpus.documents[document]
    let signs = BlankSigns(
      content: corpus.files[source.file].content, range: source.byteRange)
    self.corpus = corpus
    tokens = source.tokens
    for position in tokens where corpus.tokens[position] == TokenValue.slot {
      switch signs.sign(corpus.bytes(of: position)) {
      case .form: forms.append(position)
      case .mask: masks.append(position)
      case nil: continue
      }
    }
  }

  /// All of them.
  var positions: Set<Int> { Set(forms + masks) }

  /// Whether names and figures were masked throughout.
  var isMasked: Bool {
    masks.count >= Self.fewest
      && Double(masks.count) * 1_000 >= Self.perThousand * Double(tokens.count)
  }

  /// Whether the name of a place is masked: `**市`.
  var masksPlaces: Bool {
    masks.contains { position in
      position + 1 < tokens.upperBound && PlaceNames.endings.contains(corpus.tokens[position + 1])
    }
  }
}
