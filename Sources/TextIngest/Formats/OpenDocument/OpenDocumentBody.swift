/// Turns the elements of an OpenDocument into blocks.
final class OpenDocumentBody: XMLHandler {
  private let styles: OpenDocumentStyles
  var writer = BlockWriter()
  /// Whether it is a document of words, not a workbook.
  private(set) var isDocument = false

  /// For each open paragraph, span and section, whether text in it is hidden.
  private var hiding: [Bool] = []
  /// Paragraphs that are open, in each note: those of a shape stand inside another.
  private var paragraphDepths = [0]
  /// Cells that are open, in each note.
  private var cellDepths = [0]
  /// What was written before each open frame, whose images stand for each other, and before each
  /// open header and footer.
  private var marks: [Int] = []
  /// Open elements of which the outermost is left out.
  private var ignoring = 0

  init(styles: OpenDocumentStyles) { self.styles = styles }

  func number(of name: XMLName) -> UInt8 { OpenDocumentElement.named(name).rawValue }

  func start(_ number: UInt8, _ attributes: XMLAttributes) {
    guard ignoring == 0 else {
      ignoring += 1
      return
    }
    let element = OpenDocumentElement(rawValue: number) ?? .transparent
    if element == .transparent { return }
    if leavesOut(element, attributes) {
      ignoring = 1
    } else {
      start(element, attributes)
    }
  }

  func end(_ number: UInt8) {
    guard ignoring == 0 else {
      ignoring -= 1
      return
    }
    end(OpenDocumentElement(rawValue: number) ?? .transparent)
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard ignoring == 0, isShowing else { return }
    writer.append(text, collapsesSpaces: true)
  }

  private var isInParagraph: Bool { paragraphDepths[paragraphDepths.count - 1] > 0 }

  /// Whether text that comes now is text of the document.
  private var isShowing: Bool { isInParagraph && hiding.last == false }
}

extension OpenDocumentBody {
  /// Whether nothing in the element that begins counts; what it is, is counted.
  private func leavesOut(
    _ element: OpenDocumentElement, _ attributes: XMLAttributes
  ) -> Bool {
    switch element {
    case .ignored: return true
    case .annotation: writer.omit(.comments)
    case .deletion: writer.omit(.deletedRevisions)
    case .rubyText: writer.omit(.rubyText)
    case .pageNumber: writer.omit(.pageNumbers)
    case .placeholder: writer.omit(.placeholders)
    case .script: writer.omit(.scripts)
    case .object: writer.omit(.embeddedObjects)
    case .picture:
      // A frame may have a picture of its object, or the same picture in several formats.
      if marks.last != nil && marks.last != writer.progress { return true }
      writer.omit(.pictures)
    case .section where attributes["display"] == "none": writer.omit(.hiddenText)
    case .hiddenText where attributes["is-hidden"] == "true": writer.omit(.hiddenText)
    default: return false
    }
    return true
  }

  private func start(_ element: OpenDocumentElement, _ attributes: XMLAttributes) {
    switch element {
    case .officeText: isDocument = true
    case .paragraph, .heading: startParagraph(element, attributes)
    case .span:
      startHiding(styles.hides(attributes["style-name"], family: "text"))
    case .hiddenParagraph:
      if attributes["is-hidden"] == "true", !hiding.isEmpty {
        hiding[hiding.count - 1] = true
        writer.omit(.hiddenText)
      }
    case .space: if isShowing { writer.appendSpaces(attributes["c"].flatMap { Int($0) } ?? 1) }
    case .tab: if isShowing { writer.appendTab() }
    case .lineBreak: if isShowing { writer.breakLine() }
    case .listItem: if !isInParagraph { writer.omit(.listLabels) }
    case .cell: cellDepths[cellDepths.count - 1] += 1
    case .frame, .header, .footer: marks.append(writer.progress)
    case .note:
      paragraphDepths.append(0)
      cellDepths.append(0)
      writer.beginFlow()
    default: break
    }
  }

  private func end(_ element: OpenDocumentElement) {
    switch element {
    case .paragraph, .heading: endParagraph()
    case .span: _ = hiding.popLast()
    case .cell: cellDepths[cellDepths.count - 1] -= 1
    case .frame: _ = marks.popLast()
    case .header, .footer:
      if marks.popLast() != writer.progress {
        writer.omit(element == .header ? .headers : .footers)
      }
    case .note:
      paragraphDepths.removeLast()
      cellDepths.removeLast()
      writer.endNote()
    default: break
    }
  }

  private func startParagraph(_ element: OpenDocumentElement, _ attributes: XMLAttributes) {
    // The paragraphs of a shape stand in the one that the shape is anchored in.
    if isInParagraph { writer.beginFlow() }
    paragraphDepths[paragraphDepths.count - 1] += 1
    var style = cellDepths[cellDepths.count - 1] > 0 ? BlockStyle.cell : BlockStyle()
    if element == .heading {
      style = style.containing(.heading(attributes["outline-level"].flatMap { Int($0) } ?? 1))
    }
    if styles.isTitle(attributes["style-name"]) { style = style.containing(.heading(0)) }
    writer.beginBlock(style)
    startHiding(styles.hides(attributes["style-name"], family: "paragraph") ?? false)
  }

  private func endParagraph() {
    writer.endBlock()
    paragraphDepths[paragraphDepths.count - 1] -= 1
    _ = hiding.popLast()
    if isInParagraph { writer.endFlow() }
  }

  /// What `isHidden` leaves open is as around it.
  private func startHiding(_ isHidden: Bool?) {
    if isHidden == true, hiding.last != true { writer.omit(.hiddenText) }
    hiding.append(isHidden ?? hiding.last ?? false)
  }
}
