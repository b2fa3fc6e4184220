/// Puts page breaks between lines as word processors and converters leave them in text.
package enum Paginator: CaseIterable, Sendable {
  case formFeed
  case emptyLine
  case pageNumber
  case bareNumber
  case runningHead
  case formFeedAndHead
  case everything

  /// `lines` with a page break after each `height` lines or a few more: none at the end of a
  /// paragraph, and none at the end of a sentence where but an empty line or a head would mark it.
  package func paginate(
    _ lines: [String], height: Int, head: String, firstPage: Int = 1
  ) -> String {
    var text = ""
    var onPage = 0
    var page = firstPage
    for (index, line) in lines.enumerated() {
      text += line + "\n"
      onPage += 1
      let next = index + 1 < lines.count ? lines[index + 1] : ""
      guard onPage >= height, !line.isEmpty, !next.isEmpty, !next.hasPrefix(" "),
        !next.hasPrefix("　"), isMarked || !"。！？；：.!?;:”".contains(line.last!)
      else { continue }
      text += mark(page, head)
      page += 1
      onPage = 0
    }
    return text
  }

  /// Whether a form feed or a page number says that a page ends.
  private var isMarked: Bool { self != .emptyLine && self != .runningHead }

  private func mark(_ page: Int, _ head: String) -> String {
    switch self {
    case .formFeed: "\u{0C}"
    case .emptyLine: "\n"
    case .pageNumber: "\n— \(page) —\n\n"
    case .bareNumber: "\n\(page)\n\n"
    case .runningHead: "\n\(head)\n\n"
    case .formFeedAndHead: "\u{0C}\(head)\n\n"
    case .everything: "\n\(page)\n\u{0C}\(head)  \(page + 1)\n\n"
    }
  }
}
