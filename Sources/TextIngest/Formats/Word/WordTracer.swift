/// Notes where the text of a Word document stands, while ``WordBody`` reads it.
final class WordTracer {
  /// The parts that have text of the document.
  enum Part: String { case main, footnotes, endnotes }

  /// The part that is read.
  var part = Part.main
  /// Where the reader is.
  var place: XMLPlace?

  private var map = WordMap()
  /// Elements that are open.
  private var depth = 0
  private var runs: [Open] = []
  private var properties: Open?
  private var text: Open?
  private var anchor: Open?
  private var paragraphs = 0
  private var cells: [Int] = []
  private var lastCell = 0
  /// The note in work.
  private var note: String?
  /// The anchors of the marks of notes, by part and number.
  private var noteAnchors: [String: Int] = [:]
  /// Texts and runs with something in them that does not belong there: they are left as they are.
  private var oddTexts: Set<Int> = []
  private var oddRuns: Set<Int> = []
  /// Bytes of text that were read.
  private(set) var read = 0
  private var pieces: [Piece] = []

  /// An element that is open: how deep, and its index in the map.
  private struct Open {
    var depth: Int
    var index: Int
  }

  /// Text as the parser handed it on.
  private struct Piece {
    /// Its bytes in all that was read.
    var read: Range<Int>
    /// Its bytes in the part.
    var bytes: Range<Int>
    var element: Int?
    var anchor: Int?
    /// What tells the anchor once all marks of notes are known.
    var note: String?

    /// The bytes of the part that give `range` of what was read. A reference is one thing.
    func source(of range: Range<Int>) -> Range<Int> {
      guard bytes.count == read.count else { return bytes }
      let part = range.clamped(to: read)
      let offset = bytes.lowerBound - read.lowerBound
      return part.lowerBound + offset..<part.upperBound + offset
    }
  }

  private var isMain: Bool { part == .main }
  private var range: Range<Int> { place?.range ?? 0..<0 }

  /// Whether an element that begins or ends now stands right in `open`.
  private func isChild(of open: Open?) -> Bool { open.map { $0.depth + 1 == depth } ?? false }
}

// MARK: Elements

extension WordTracer {
  /// Any element begins; `number` tells what it is among the properties of a run.
  func begin(_ number: UInt8) {
    depth += 1
    if let text { oddTexts.insert(text.index) }
    guard isMain, isChild(of: properties), let properties else { return }
    map.runs[properties.index].propertyStarts.append(
      WordMap.Property(kind: WordProperty(number: number), start: range.lowerBound))
  }

  /// The element that began begins to count.
  func start(_ element: WordElement, _ attributes: XMLAttributes) {
    if !isMain {
      if element == .note { note = attributes["id"].map { "\(part) \($0)" } }
      return
    }
    switch element {
    case .document: map.root = range
    case .paragraph: paragraphs += 1
    case .cell:
      lastCell += 1
      cells.append(lastCell)
    case .structuredTag, .alternate: startAnchor()
    case .run: startRun()
    case .runProperties:
      // They come first, and once; elsewhere they mean nothing.
      guard isChild(of: runs.last), let run = runs.last, map.runs[run.index].properties == nil,
        map.texts.last?.run != run.index
      else { return }
      properties = Open(depth: depth, index: run.index)
      map.runs[run.index].properties = range
    case .text:
      guard isChild(of: runs.last), let run = runs.last else { return }
      text = Open(depth: depth, index: map.texts.count)
      map.texts.append(
        WordMap.Text(
          run: run.index, startTag: range, endTag: range,
          content: range.upperBound..<range.upperBound, space: attributes["space"]))
    case .footnoteReference, .endnoteReference: addMark(element, attributes)
    default: break
    }
  }

  /// Any element ends.
  func end() {
    defer { depth -= 1 }
    guard isMain else { return }
    if let properties, properties.depth == depth {
      endProperties(properties)
    } else if let run = runs.last, run.depth == depth {
      runs.removeLast()
      map.runs[run.index].endTag = range
    } else if let text, text.depth == depth {
      self.text = nil
    }
    if let open = anchor, open.depth == depth {
      map.anchors[open.index].range = map.anchors[open.index].range.lowerBound..<range.upperBound
      anchor = nil
    }
  }

  /// The element that ends counted.
  func end(_ element: WordElement) {
    guard isMain else { return }
    if element == .paragraph { paragraphs -= 1 }
    if element == .cell { _ = cells.popLast() }
  }

  private func startRun() {
    startAnchor()
    guard properties == nil, let anchor else { return }
    runs.append(Open(depth: depth, index: map.runs.count))
    map.runs.append(WordMap.Run(startTag: range, endTag: range, anchor: anchor.index))
  }

  private func startAnchor() {
    guard anchor == nil, paragraphs > 0 else { return }
    anchor = Open(depth: depth, index: map.anchors.count)
    map.anchors.append(WordMap.Anchor(range: range, cell: cells.last ?? 0))
  }

  private func endProperties(_ open: Open) {
    properties = nil
    guard let start = map.runs[open.index].properties else { return }
    map.runs[open.index].properties = start.lowerBound..<range.upperBound
    map.runs[open.index].propertiesEnd = range.lowerBound
  }

  private func addMark(_ element: WordElement, _ attributes: XMLAttributes) {
    guard let anchor, let id = attributes["id"] else { return }
    let part = element == .footnoteReference ? Part.footnotes : .endnotes
    noteAnchors["\(part) \(id)"] = anchor.index
  }

  /// A comment that is referred to.
  func addComment(_ attributes: XMLAttributes) {
    guard let id = attributes["id"].flatMap({ Int($0) }) else { return }
    map.lastComment = max(map.lastComment ?? id, id)
  }
}

// MARK: Text

extension WordTracer {
  /// Takes a piece of the text element in work, of `count` bytes.
  func add(_ count: Int) {
    if let properties { oddRuns.insert(properties.index) }
    pieces.append(
      Piece(
        read: read..<read + count, bytes: range, element: text?.index, anchor: anchor?.index,
        note: note))
    read += count
  }

  /// The text element in work ends; of what it has, `counted` counts, in bytes of all that was read.
  func endText(_ counted: Range<Int>) {
    guard isMain, let text else { return }
    map.texts[text.index].endTag = range
    let bytes = pieces.reversed().prefix { $0.read.upperBound > counted.lowerBound }
      .filter { $0.read.lowerBound < counted.upperBound }.map { $0.source(of: counted) }
    guard let first = bytes.last, let last = bytes.first else {
      map.texts[text.index].content = range.lowerBound..<range.lowerBound
      return
    }
    map.texts[text.index].content = first.lowerBound..<last.upperBound
  }

  private func isOdd(_ text: Int) -> Bool {
    oddTexts.contains(text) || oddRuns.contains(map.texts[text].run)
  }

  /// The map of the text that `origins` are those of.
  func finish(_ origins: TextOrigins, part: String, namespace: String) -> WordMap {
    map.part = part
    map.namespace = namespace
    for origin in origins.stretches {
      let wanted = origin.read..<origin.read + origin.count
      var index = pieces.partitioningIndex { $0.read.upperBound > wanted.lowerBound }
      while index < pieces.count, pieces[index].read.lowerBound < wanted.upperBound {
        let piece = pieces[index]
        let read = piece.read.clamped(to: wanted)
        let start = origin.text + read.lowerBound - wanted.lowerBound
        map.stretches.append(
          WordMap.Stretch(
            text: start..<start + read.count, bytes: piece.source(of: read),
            element: piece.element.flatMap { isOdd($0) ? nil : $0 },
            anchor: piece.note.map { noteAnchors[$0] } ?? piece.anchor))
        index += 1
      }
    }
    return map
  }
}

extension Array {
  /// The first index whose element, and every later one, meets `condition`.
  fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
