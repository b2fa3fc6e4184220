package import CorpusIndex
package import PhraseReport
package import ShingleEngine
package import TextIngest

/// Documents in memory: read, split and tokenised. The order of the input does not matter.
///
/// Tokens of all documents stand one after another in flat arrays, in order of id; a position in
/// them names a token.
public struct Corpus: Sendable {
  /// In order of name.
  package var files: [CorpusFile]
  /// In order of id: by file, then by part.
  package var documents: [CorpusDocument]
  /// The number of each token; see ``TextIngest/TokenValue``, with words numbered over all files.
  package var tokens: Slab<UInt32>
  /// Where each token stands in its file.
  package var places: TokenPlaces
  /// What stands before each token: raw values of ``TextIngest/Separator``.
  package var separators: Slab<UInt8>
  /// The words of token numbers from `TokenValue.firstWord`.
  package var words: [String]
  /// The token numbers of `words` that are characters with marks, of scripts without spaces.
  package var clusters: Set<UInt32>
  /// Files that could not be read, in order of name.
  package var skipped: [SkippedFile]
  /// How the files were read.
  package var reading: ReadingSettings

  /// Byte offset of the first byte of the token at `position`, in its file.
  package func start(of position: Int) -> Int { places.start(of: position) }

  /// Byte offset after the last byte of the token at `position`, in its file.
  package func end(of position: Int) -> Int { places.end(of: position) }

  /// The bytes of the token at `position`, in its file.
  package func bytes(of position: Int) -> Range<Int> { places.bytes(of: position) }

  /// The tokens of `phrase`, read as the files were; nil where it is no text.
  package func tokens(ofPhrase phrase: [UInt8]) -> IngestedFile? {
    try? Reader.ingest(phrase, format: .plainText, settings: reading.ingest.ofPhrases)
  }

  /// The tokens of `document` as they are folded.
  package func text(ofToken token: UInt32) -> String {
    if token == TokenValue.slot { return "{slot}" }
    if token >= TokenValue.firstWord { return words[Int(token - TokenValue.firstWord)] }
    return Unicode.Scalar(token).map { String($0) } ?? "\u{FFFD}"
  }

  /// The token numbers of those of `wanted` that the corpus has. O(words of the corpus).
  package func numbers(of wanted: Set<String>) -> [String: UInt32] {
    var numbers: [String: UInt32] = [:]
    for (index, word) in words.enumerated() where wanted.contains(word) {
      numbers[word] = TokenValue.firstWord + UInt32(index)
    }
    return numbers
  }

  /// Whether the tokens of `document` are mostly words: fewer than half of those that are no slots
  /// are of one character.
  package func isSpaced(_ document: CorpusDocument) -> Bool {
    isSpaced(document.tokens.lazy.map { tokens[$0] })
  }

  /// The same of each document.
  func areSpaced(_ workers: Workers) -> [Bool] {
    workers.map(documents.count) { isSpaced(documents[$0]) }
  }

  /// Whether `tokens` are mostly words.
  package func isSpaced(_ tokens: some Sequence<UInt32>) -> Bool {
    var characters = 0
    var words = 0
    for token in tokens {
      if isWord(token) { words += 1 } else if token != TokenValue.slot { characters += 1 }
    }
    return words > characters
  }

  /// Whether `token` is a word of a spaced script.
  @inline(__always)
  package func isWord(_ token: UInt32) -> Bool {
    token >= TokenValue.firstWord && (clusters.isEmpty || !clusters.contains(token))
  }
}

/// A file of the corpus.
package struct CorpusFile: Sendable {
  package var input: InputPath
  /// Of the file's bytes.
  package var hash: ContentHash
  /// The text that offsets point into.
  package var content: [UInt8]
  package var source: TextSource
  /// Comments that speak to the program, in order.
  package var directives: [Directive] = []
  /// What the text says of itself in front matter, by `MetadataKey`.
  package var metadata: [String: String] = [:]
}

/// A document of the corpus.
package struct CorpusDocument: Sendable {
  /// The file's name, with `#n` for part n of a compilation.
  package var id: String
  /// Index of the file.
  package var file: Int
  package var part: Int?
  package var title: String?
  package var byteRange: Range<Int>
  /// Positions of its tokens.
  package var tokens: Range<Int>
  /// Positions of the first tokens of its blocks.
  package var blockStarts: [UInt32]
  /// Byte offsets where broken lines were joined.
  package var joins: [UInt32]
  /// Characters as Word counts them.
  package var characters: Int
  /// The date below its title or under its text.
  package var date: PartialDate?
  /// Offset of the first byte of the text after front matter and title.
  package var bodyStart = 0
  /// In order of their headings.
  package var sections: [DocumentSection] = []
  /// What a table of metadata says of it, by `MetadataKey`.
  package var given: [String: String] = [:]
  /// Where its tokens come from.
  package var stretches: TextStretches
  /// What it holds that no reader sees.
  package var flags: TextFlags
}
