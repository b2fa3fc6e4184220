/// Turns the elements of a Word document, or of its notes, into blocks.
final class WordBody: XMLHandler {
  /// A paragraph in work; a text box in it has paragraphs of its own.
  private struct Paragraph {
    var styleID: String?
    var outlineLevel: Int?
    var isListed: Bool?
    var isInProperties = false
    /// Whether it goes on with the paragraph before, whose mark is deleted.
    var goesOn = false
    var isMarkDeleted = false
    /// What was written before it.
    var writtenBefore: Int
  }

  /// A run in work.
  private struct Run {
    var styleID: String?
    var isHidden: Bool?
    var isInProperties = false
    /// Whether its hidden text was counted.
    var isCounted = false
  }

  let styles: WordStyles
  /// Notes where the text stands, if somebody wants to know.
  private let tracer: WordTracer?
  var writer = BlockWriter()
  /// Whether it is a document of words, not a workbook.
  private(set) var isDocument = false
  /// That of its elements.
  private(set) var namespace = ""

  private var paragraphs: [Paragraph] = []
  private var runs: [Run] = []
  private var fields: [WordField] = []
  /// For each row, cell and content control that is open, whether it is left out.
  private var regionsOut: [Bool] = []
  private var isInRowProperties = false
  /// What was written before each open choice of alternates.
  private var alternates: [Int] = []
  /// Cells that are open, in each flow.
  private var cellDepths = [0]
  /// Open elements of which the outermost is left out.
  private var ignoring = 0
  private var isInText = false
  /// The text element in work.
  private var text: [UInt8] = []
  private var keepsSpaces = false
  /// Whether the next paragraph goes on with the one before.
  private var nextGoesOn = false

  init(styles: WordStyles, tracer: WordTracer? = nil) {
    self.styles = styles
    self.tracer = tracer
  }

  func finish() -> SourceText { writer.finish(format: .docx) }

  func begin(_ place: XMLPlace) { tracer?.place = place }

  func number(of name: XMLName) -> UInt8 {
    let element = WordElement.named(name)
    if element == .document { namespace = name.namespace }
    return element == .transparent ? WordProperty.number(of: name) : element.rawValue
  }

  func start(_ number: UInt8, _ attributes: XMLAttributes) {
    tracer?.begin(number)
    guard ignoring == 0 else {
      ignoring += 1
      return
    }
    let element = WordElement(rawValue: number) ?? .transparent
    if element == .transparent { return }
    if leavesOut(element, attributes) {
      ignoring = 1
      return
    }
    tracer?.start(element, attributes)
    startProperty(element, attributes)
    startContainer(element, attributes)
    startContent(element, attributes)
  }

  func end(_ number: UInt8) {
    defer { tracer?.end() }
    guard ignoring == 0 else {
      ignoring -= 1
      return
    }
    let element = WordElement(rawValue: number) ?? .transparent
    if element == .transparent { return }
    tracer?.end(element)
    endProperty(element)
    endContainer(element)
    endContent(element)
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard ignoring == 0 else { return }
    if isInText {
      tracer?.add(bytes.count)
      text += bytes
    } else if let field = fields.indices.last, fields[field].isReadingInstruction {
      fields[field].instruction += String(decoding: bytes, as: UTF8.self)
    }
  }
}

// MARK: What is left out

extension WordBody {
  /// Whether nothing in the element that begins counts; what it is, is counted.
  private func leavesOut(_ element: WordElement, _ attributes: XMLAttributes) -> Bool {
    switch element {
    case .ignored: return true
    case .deletion, .moveFrom: return leavesOutDeletion()
    case .rubyText: writer.omit(.rubyText)
    case .object, .embedded, .importedPart: writer.omit(.embeddedObjects)
    case .picture: writer.omit(.pictures)
    case .commentReference:
      tracer?.addComment(attributes)
      writer.omit(.comments)
    case .note:
      // The lines above notes are notes to Word.
      return attributes["type"].map { $0 != "normal" } ?? false
    case .choice, .fallback:
      // Of alternates the first that gives something counts.
      return alternates.last.map { $0 != writer.progress } ?? false
    default: return false
    }
    return true
  }

  /// Deleted text is left out where it stands; the mark of a paragraph and a row are deleted by
  /// what their properties say.
  private func leavesOutDeletion() -> Bool {
    if let paragraph = paragraphs.indices.last, paragraphs[paragraph].isInProperties {
      paragraphs[paragraph].isMarkDeleted = true
      return false
    }
    if isInRowProperties {
      leaveOutRegion(.deletedRevisions)
      return false
    }
    writer.omit(.deletedRevisions)
    return true
  }

  private func leaveOutRegion(_ part: OmittedPart) {
    guard let region = regionsOut.indices.last, !regionsOut[region] else { return }
    regionsOut[region] = true
    writer.omit(part)
  }

  /// Whether text that comes now is text of the document; if not, what it is instead is counted.
  private func isShowing() -> Bool {
    if regionsOut.contains(true) { return false }
    if let field = fields.first(where: { !$0.showsText }) {
      if !field.isPageNumber { writer.omit(.fieldCodes) }
      return false
    }
    guard let run = runs.indices.last else { return true }
    let isHidden =
      runs[run].isHidden
      ?? styles.hides(paragraph: paragraphs.last?.styleID, run: runs[run].styleID)
    if isHidden, !runs[run].isCounted {
      runs[run].isCounted = true
      writer.omit(.hiddenText)
    }
    return !isHidden
  }
}

// MARK: Properties

extension WordBody {
  private func startProperty(_ element: WordElement, _ attributes: XMLAttributes) {
    switch element {
    case .rowProperties: isInRowProperties = true
    case .cellDeletion: leaveOutRegion(.deletedRevisions)
    case .placeholder: leaveOutRegion(.placeholders)
    case .paragraphProperties: change { $0.isInProperties = true }
    case .paragraphStyle: change { $0.styleID = attributes["val"] }
    case .outlineLevel: change { $0.outlineLevel = attributes["val"].flatMap { Int($0) } }
    case .numberingID: change { $0.isListed = attributes["val"] != "0" }
    case .runProperties: changeRun { $0.isInProperties = true }
    case .runStyle: changeRun { $0.styleID = attributes["val"] }
    case .vanish: changeRun { $0.isHidden = attributes.isOn }
    default: break
    }
  }

  private func endProperty(_ element: WordElement) {
    switch element {
    case .rowProperties: isInRowProperties = false
    case .runProperties: changeRun { $0.isInProperties = false }
    case .paragraphProperties:
      change { $0.isInProperties = false }
      if let paragraph = paragraphs.last, !paragraph.goesOn { writer.setStyle(style(paragraph)) }
    default: break
    }
  }

  private func change(_ body: (inout Paragraph) -> Void) {
    if let last = paragraphs.indices.last { body(&paragraphs[last]) }
  }

  /// Changes the run in work, unless the properties are those of a paragraph's mark.
  private func changeRun(_ body: (inout Run) -> Void) {
    guard let last = runs.indices.last, paragraphs.last?.isInProperties != true else { return }
    body(&runs[last])
  }

  private func style(_ paragraph: Paragraph) -> BlockStyle {
    let style = cellDepths[cellDepths.count - 1] > 0 ? BlockStyle.cell : BlockStyle()
    if let level = paragraph.outlineLevel {
      return level < 9 ? style.containing(.heading(level + 1)) : style
    }
    guard let level = styles.headingLevel(paragraph.styleID) else { return style }
    return style.containing(.heading(level))
  }
}

// MARK: Containers

extension WordBody {
  private func startContainer(_ element: WordElement, _ attributes: XMLAttributes) {
    switch element {
    case .document: isDocument = true
    case .paragraph: startParagraph()
    case .run: runs.append(Run())
    case .row, .structuredTag: regionsOut.append(false)
    case .cell:
      regionsOut.append(false)
      cellDepths[cellDepths.count - 1] += 1
    case .textBox:
      cellDepths.append(0)
      writer.beginFlow()
    case .note: writer.beginFlow()
    case .alternate: alternates.append(writer.progress)
    case .simpleField:
      startResult(WordField(instruction: attributes["instr"] ?? "", isInResult: true))
    default: break
    }
  }

  private func endContainer(_ element: WordElement) {
    switch element {
    case .paragraph: endParagraph()
    case .run: _ = runs.popLast()
    case .row, .structuredTag: _ = regionsOut.popLast()
    case .cell:
      _ = regionsOut.popLast()
      cellDepths[cellDepths.count - 1] -= 1
      endFlowOfParagraphs()
    case .textBox:
      endFlowOfParagraphs()
      if cellDepths.count > 1 { cellDepths.removeLast() }
      writer.endFlow()
    case .note:
      endFlowOfParagraphs()
      writer.endNote()
    case .alternate: _ = alternates.popLast()
    case .simpleField: _ = fields.popLast()
    default: break
    }
  }

  private func startParagraph() {
    let paragraph = Paragraph(goesOn: nextGoesOn, writtenBefore: writer.written)
    nextGoesOn = false
    paragraphs.append(paragraph)
    if !paragraph.goesOn { writer.beginBlock(style(paragraph)) }
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    let hasText = writer.written > paragraph.writtenBefore
    if hasText, paragraph.isListed ?? styles.isListed(paragraph.styleID) {
      writer.omit(.listLabels)
    }
    if paragraph.isMarkDeleted {
      writer.omit(.deletedRevisions)
      nextGoesOn = true
    } else if hasText || paragraph.goesOn {
      writer.endBlock()
    } else if cellDepths.last == 0 {
      writer.addEmptyLine()
    }
  }

  /// No paragraph goes on beyond the cell, text box or note that it stands in.
  private func endFlowOfParagraphs() {
    nextGoesOn = false
    writer.endBlock()
  }

  private func startResult(_ field: WordField) {
    fields.append(field)
    if field.isPageNumber { writer.omit(.pageNumbers) }
  }
}

// MARK: Content

extension WordBody {
  private func startContent(_ element: WordElement, _ attributes: XMLAttributes) {
    switch element {
    case .text, .mathText:
      isInText = true
      keepsSpaces = attributes["space"] == "preserve" || element == .mathText
    case .tab: if isShowing() { writer.appendTab() }
    case .carriageReturn: if isShowing() { writer.breakLine() }
    case .lineBreak: if isShowing() { addBreak(attributes["type"]) }
    case .noBreakHyphen: if isShowing() { writer.append("\u{2011}") }
    case .symbol: addSymbol(attributes)
    case .pageNumber: writer.omit(.pageNumbers)
    case .fieldCharacter: addFieldCharacter(attributes["fldCharType"])
    case .fieldInstruction:
      if let last = fields.indices.last { fields[last].isReadingInstruction = true }
    default: break
    }
  }

  private func endContent(_ element: WordElement) {
    switch element {
    case .text, .mathText: endText()
    case .numerator: if isShowing() { writer.append("/") }
    case .fieldInstruction:
      if let last = fields.indices.last { fields[last].isReadingInstruction = false }
    default: break
    }
  }

  /// White space at the ends of a text counts only where the element says so.
  private func endText() {
    isInText = false
    defer { text.removeAll(keepingCapacity: true) }
    guard !text.isEmpty else { return }
    let isShowing = isShowing()
    let first = tracer.map { $0.read - text.count }
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      var end = bytes.count
      if !keepsSpaces {
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      }
      if let first { tracer?.endText(first + start..<first + end) }
      guard isShowing else { return }
      writer.append(
        UnsafeBufferPointer(rebasing: bytes[start..<end]), collapsesSpaces: false,
        from: first.map { $0 + start })
    }
  }

  /// What begins on another page or column is a block of its own.
  private func addBreak(_ type: String?) {
    if type == "page" || type == "column" { writer.endBlock() } else { writer.breakLine() }
  }

  private func addSymbol(_ attributes: XMLAttributes) {
    guard isShowing() else { return }
    if let text = WordSymbol.text(code: attributes["char"], font: attributes["font"]) {
      writer.append(text)
    } else {
      writer.omit(.symbols)
    }
  }

  private func addFieldCharacter(_ type: String?) {
    switch type {
    case "begin": fields.append(WordField())
    case "separate":
      guard var field = fields.popLast() else { return }
      field.isInResult = true
      startResult(field)
    case "end":
      // A field that Word has not looked at yet has no result.
      if let field = fields.popLast(), !field.isInResult, field.isPageNumber {
        writer.omit(.pageNumbers)
      }
    default: break
    }
  }
}
