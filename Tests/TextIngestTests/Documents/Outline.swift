@testable import TextIngest

/// Extracted text for reading in tests: a line for each line, with what markup says of it before
/// it: `#2 ` a heading of level 2, `| ` a cell, `+ ` a line that goes on with the one before.
enum Outline {
  static func lines(of text: SourceText) -> [String] {
    guard case .marked(let marks) = text.structure else { return ["no marks"] }
    return marks.indices.map { index in
      let start = marks[index].start
      let end = text.content[start...].firstIndex(of: 0x0A) ?? text.content.endIndex
      let line = String(decoding: text.content[start..<end], as: UTF8.self)
      return prefix(marks[index].style) + line
    }
  }

  static func omissions(of text: SourceText) -> [String] {
    text.source.omissions.map { "\($0.name) \($0.count)" }
  }

  private static func prefix(_ style: BlockStyle) -> String {
    (style.features.contains(.isHeading) ? "#\(style.headingLevel) " : "")
      + (style.features.contains(.standsAlone) ? "| " : "")
      + (style.features.contains(.continues) ? "+ " : "")
  }
}
