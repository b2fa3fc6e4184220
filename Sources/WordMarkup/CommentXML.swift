internal import PhraseReport

/// A comment as the part of comments has it.
enum CommentXML {
  /// The author of our comments: they can be told from those of people, and taken away together.
  static let author = "Taohua"

  static func element(
    _ placed: CommentAnchoring.Placed, date: String?, declaration: String
  ) -> String {
    let names = WordNames.plain
    let day = date.map { " w:date=\"\($0)T00:00:00Z\"" } ?? ""
    let comment = placed.comment
    let paragraphs =
      [paragraph(comment.title, isBold: true)] + comment.lines.map { paragraph($0, isBold: false) }
    return "<w:comment\(declaration) w:id=\"\(placed.number)\" w:author=\"\(author)\""
      + "\(day) w:initials=\"TH\">"
      + paragraphs.enumerated().map { names.element("p", "", ($0 == 0 ? $1.marked : $1.plain)) }
      .joined() + "</w:comment>"
  }

  /// A paragraph of small type, whatever the document's own body text is like.
  private static func paragraph(_ text: String, isBold: Bool) -> (marked: String, plain: String) {
    let names = WordNames.plain
    let properties = names.element(
      "pPr", "",
      names.element(
        "spacing",
        "w:before=\"0\" w:beforeAutospacing=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"")
        + names.element("ind", "w:left=\"0\" w:firstLine=\"0\" w:firstLineChars=\"0\"")
        + names.element("jc", "w:val=\"left\""))
    let size = names.element("sz", "w:val=\"18\"") + names.element("szCs", "w:val=\"18\"")
    let weight = isBold ? names.element("b") : ""
    let run = names.element(
      "r", "",
      names.element("rPr", "", weight + size)
        + names.element("t", "xml:space=\"preserve\"", XMLText.escaped(text)))
    let mark = names.element("r", "", names.element("annotationRef"))
    return (properties + mark + run, properties + run)
  }
}
