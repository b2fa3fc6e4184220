/// Tokenises the documents of a laid-out text, block by block.
struct DocumentBuilder {
  private let text: UTF8Text
  private let layout: TextLayout
  private let continuations: [Int?]
  private var tokens: StretchTokenizer
  /// What the next stretch comes after.
  private var opening = TextStretches.Opening.block
  /// The first of the hidden ranges that end after the offset in work.
  private var hiddenIndex = 0
  private var document = IngestedDocument(
    part: nil, title: nil, byteRange: 0..<0, tokenRange: 0..<0, blockStarts: [], joins: [],
    characters: 0)

  /// The documents of the text with their tokens and words.
  static func build(
    _ text: UTF8Text, _ layout: TextLayout, _ settings: IngestSettings
  ) -> (tokens: TokenTable, words: WordTable, documents: [IngestedDocument]) {
    var layout = layout
    let parts = settings.splitsCompilations ? Compilation.parts(layout.lines, text, settings) : []
    for part in parts {
      for line in part.titleLines { layout.lines[line].features.insert(.standsAlone) }
    }
    var words = WordTable()
    var documents: [IngestedDocument] = []
    // A token has a character at least.
    let tokens = TokenTable(capacity: text.scalarCount) { buffer in
      var builder = DocumentBuilder(text, layout, Tokenizer(text, into: buffer, settings))
      documents = parts.isEmpty ? [builder.wholeFile()] : builder.documents(parts)
      words = builder.tokens.tokenizer.words
      return builder.tokens.count
    }
    return (tokens, words, documents)
  }

  private init(_ text: UTF8Text, _ layout: TextLayout, _ tokenizer: Tokenizer) {
    self.text = text
    self.layout = layout
    tokens = StretchTokenizer(tokenizer)
    continuations = layout.continuations(text)
  }

  private mutating func wholeFile() -> IngestedDocument {
    let titleLine = TitleLine.find(layout.lines, text)
    let title =
      layout.metadata[MetadataKey.title]
      ?? titleLine.map { layout.visibleText(layout.lines[$0].range, text) }
    let titleEnd = titleLine.map { $0 == firstTextLine ? $0 + 1 : 0 } ?? 0
    return build(
      part: nil, title: title, lines: layout.lines.indices, titleEnd: titleEnd,
      bytes: 0..<text.count)
  }

  /// The first line that holds text.
  private var firstTextLine: Int? {
    layout.lines.firstIndex { !$0.features.contains(.isRule) }
  }

  private mutating func documents(_ parts: [Compilation.Part]) -> [IngestedDocument] {
    parts.indices.map { index in
      let first = parts[index].firstLine
      let end = index + 1 < parts.count ? parts[index + 1].firstLine : layout.lines.count
      let byteEnd = end < layout.lines.count ? layout.lines[end].lineStart : text.count
      let titleLines = parts[index].titleLines
      return build(
        part: index + 1, title: title(of: parts[index]), lines: first..<end,
        titleEnd: titleLines.upperBound, bytes: layout.lines[first].lineStart..<byteEnd)
    }
  }

  /// The title lines as one: with a space between words of spaced scripts.
  private func title(of part: Compilation.Part) -> String {
    let lines = part.titleLines.map { layout.lines[$0] }
    let isSpaced = !lines.contains { $0.features.contains(.hasHan) }
    return lines.map { layout.visibleText($0.range, text) }.joined(separator: isSpaced ? " " : "")
  }

  /// - Parameter titleEnd: index of the line after the title, 0 where no line is it.
  private mutating func build(
    part: Int?, title: String?, lines: Range<Int>, titleEnd: Int, bytes: Range<Int>
  ) -> IngestedDocument {
    let firstToken = tokens.count
    tokens.blockStarts = []
    document = IngestedDocument(
      part: part, title: title, byteRange: bytes, tokenRange: firstToken..<firstToken,
      blockStarts: [], joins: [], characters: 0)
    let body = max(lines.lowerBound, min(titleEnd, lines.upperBound))..<lines.upperBound
    document.bodyStart = body.isEmpty ? bytes.upperBound : layout.lines[body.lowerBound].start
    document.date = DocumentDate.find(layout.lines[lines], text)
    document.sections = SectionFinder.sections(
      layout, lines, body: body, end: bytes.upperBound, text
    ) { continuations[$0] != nil }
    document.stretches = TextStretches(from: bytes.lowerBound)
    tokens.lookAlikes = PlaceCount()
    for index in lines { add(index, opensDocument: index == lines.lowerBound) }
    document.flags.lookAlikes = tokens.lookAlikes.count
    document.flags.firstLookAlike = tokens.lookAlikes.firstOffset
    document.tokenRange = firstToken..<tokens.count
    document.blockStarts = tokens.blockStarts
    return document
  }
}

extension DocumentBuilder {
  /// Tokenises a line. The first of a document goes on with nothing, whatever stands before it in the file.
  private mutating func add(_ index: Int, opensDocument: Bool) {
    let line = layout.lines[index]
    var start = line.start
    if !opensDocument, let continuation = continuations[index] {
      document.joins.append(UInt32(line.start))
      opening = .joinedLine
      start = continuation
    } else {
      opening = .block
    }
    if line.features.contains(.isRule) {
      addStretch(start..<start)
      return
    }
    addVisible(start..<line.end)
  }

  /// Tokenises `range` less the hidden ranges in it.
  private mutating func addVisible(_ range: Range<Int>) {
    var start = range.lowerBound
    while hiddenIndex < layout.hidden.count, layout.hidden[hiddenIndex].upperBound <= start {
      hiddenIndex += 1
    }
    while hiddenIndex < layout.hidden.count,
      layout.hidden[hiddenIndex].lowerBound < range.upperBound
    {
      let hidden = layout.hidden[hiddenIndex]
      addStretch(start..<max(start, hidden.lowerBound))
      start = min(hidden.upperBound, range.upperBound)
      if hidden.upperBound > range.upperBound { break }
      hiddenIndex += 1
    }
    addStretch(start..<range.upperBound)
  }

  /// Tokenises `range`, after what opens it.
  private mutating func addStretch(_ range: Range<Int>) {
    if range.isEmpty && opening == .none { return }
    document.stretches.add(range, after: opening)
    tokens.add(range, after: opening)
    opening = .none
    document.characters += CharacterCounter.count(text, range)
  }
}

/// Tokenises the stretches of documents, and notes where blocks begin.
struct StretchTokenizer {
  private(set) var tokenizer: Tokenizer
  /// The first token of each block that has any.
  var blockStarts: [UInt32] = []
  private var blockHasTokens = false

  init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }

  var count: Int { tokenizer.tokens.count }

  /// The words that mix alphabets since this was set to none.
  var lookAlikes: PlaceCount {
    get { tokenizer.lookAlikes }
    set { tokenizer.lookAlikes = newValue }
  }

  mutating func add(_ range: Range<Int>, after opening: TextStretches.Opening) {
    switch opening {
    case .block:
      tokenizer.beginBlock()
      blockHasTokens = false
    case .joinedLine: tokenizer.addSpace()
    case .none: break
    }
    if range.isEmpty { return }
    let first = count
    tokenizer.tokenize(range)
    if !blockHasTokens, count > first {
      blockStarts.append(UInt32(first))
      blockHasTokens = true
    }
  }
}

/// The title of a file that is one document.
enum TitleLine {
  /// The index of the first heading of the markup, else of the first line if it looks like a title.
  static func find(_ lines: [Line], _ text: UTF8Text) -> Int? {
    if let heading = lines.firstIndex(where: { $0.features.contains(.isHeading) }) {
      return heading
    }
    guard lines.count > 1, let first = lines.firstIndex(where: { !$0.features.contains(.isRule) }),
      lines[first].characters <= 60, lines[first].mayBeTitle, !lines[first].looksBroken,
      !LineOpening.startsBlock(text, lines[first].range)
    else { return nil }
    return first
  }
}
