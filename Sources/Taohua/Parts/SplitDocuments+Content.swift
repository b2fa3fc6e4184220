internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

extension SplitDocuments {
  /// What a split's file holds beside tokens and places; positions are those of the split.
  struct Content: Sendable {
    var skipped: [SkippedFile] = []
    /// Without their texts.
    var files: [File] = []
    /// In order of file.
    var documents: [Document] = []

    struct File: Sendable {
      /// Index in the files that the plan has for the split.
      var input: Int
      var hash: ContentHash
      /// Bytes of the section of texts.
      var text: Range<Int>
      var source: TextSource
      var metadata: [String: String]
      var directives: [Directive]
    }

    struct Document: Sendable {
      /// Index in `files`.
      var file: Int
      /// Positions are those of the split.
      var ingested: IngestedDocument
      /// Bytes of the section of places.
      var places: Range<Int>
    }
  }

  /// - Parameter inputs: how many files the plan has for the split.
  func content(inputs: Int) throws(IndexError) -> Content {
    var bytes = ByteReader(try bytes(of: Section.files))
    var content = Content()
    var tokens = 0
    var places = 0
    var texts = 0
    content.skipped = bytes.list { $0.skippedFile() }
    for _ in 0..<bytes.count() {
      let input = bytes.number()
      let hash = ContentHash(low: bytes.fixed(), high: bytes.fixed())
      let length = bytes.number()
      guard let about = FileMetadata(bytes.data()), (0..<inputs).contains(input), length >= 0
      else { throw damage }
      let directives = bytes.list { $0.directive() }
      content.files.append(
        .init(
          input: input, hash: hash, text: texts..<texts + length, source: about.source,
          metadata: about.metadata, directives: directives.compactMap { $0 }))
      texts += length
      for document in about.documents {
        let (ingested, placeLength) = bytes.complete(document, at: tokens)
        guard bytes.isSound, placeLength >= 0 else { throw damage }
        content.documents.append(
          .init(
            file: content.files.count - 1, ingested: ingested,
            places: places..<places + placeLength))
        tokens = ingested.tokenRange.upperBound
        places += placeLength
      }
    }
    guard bytes.isSound, tokens == head.tokens, content.documents.count == head.documents.count
    else { throw damage }
    return content
  }

  /// The split's words, in order of their numbers.
  func words() throws(IndexError) -> [String] {
    var bytes = ByteReader(try bytes(of: Section.words))
    let words = bytes.list { $0.text() }
    guard bytes.isSound else { throw damage }
    return words
  }

  /// The text of `file`.
  func text(_ range: Range<Int>) throws(IndexError) -> [UInt8] {
    [UInt8](try bytes(of: Section.texts, range))
  }

  /// The tokens, words numbered as in the split.
  func tokens(_ workers: Workers) throws(IndexError) -> UnsafeBufferPointer<UInt32> {
    let bytes = try bytes(of: Section.tokens, workers)
    guard bytes.count == 4 * head.tokens else { throw damage }
    return bytes.assumingMemoryBound(to: UInt32.self)
  }

  /// What stands before each token.
  func separators(_ workers: Workers) throws(IndexError) -> UnsafeRawBufferPointer {
    let bytes = try bytes(of: Section.separators, workers)
    guard bytes.count == head.tokens else { throw damage }
    return bytes
  }

  /// The gap before each token and its length, numbers after numbers.
  func places(_ workers: Workers) throws(IndexError) -> UnsafeRawBufferPointer {
    try bytes(of: Section.places, workers)
  }
}

extension ByteReader {
  fileprivate mutating func directive() -> Directive? {
    let text = text()
    let start = number()
    let length = number()
    guard start >= 0, length >= 0, start < 1 << 40, length < 1 << 40 else { return nil }
    return Directive(comment: Directive.comment(text), range: start..<start + length)
  }

  /// `document` with what ``FileMetadata`` does not have, and the bytes of its places.
  ///
  /// - Parameter position: of its first token.
  fileprivate mutating func complete(
    _ document: IngestedDocument, at position: Int
  ) -> (document: IngestedDocument, places: Int) {
    var document = document
    let tokens = max(0, min(number(), 1 << 32))
    let places = number()
    document.tokenRange = position..<position + tokens
    document.bodyStart = number()
    document.flags.firstLookAlike = number()
    document.sections = list { bytes in
      let title = bytes.text()
      let level = bytes.number()
      let start = max(0, min(bytes.number(), 1 << 40))
      return DocumentSection(
        title: title, level: level,
        byteRange: start..<start + max(0, min(bytes.number(), 1 << 40)))
    }
    var last = position
    document.blockStarts = list { bytes in
      last &+= bytes.number()
      return UInt32(truncatingIfNeeded: last)
    }
    return (document, places)
  }
}
