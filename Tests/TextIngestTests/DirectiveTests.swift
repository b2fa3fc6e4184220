import TestSupport
import Testing
import TextIngest

@Suite("Comments that speak to the program")
struct DirectiveTests {
  private static func read(_ text: String, _ format: TextFormat = .markdown) throws -> IngestedFile
  {
    try Reader.ingest(Array(text.utf8), format: format, settings: .whole)
  }

  /// The directives of `text`, each with the text that its range covers.
  private static func directives(_ text: String) throws -> [String] {
    let file = try read(text)
    let bytes = Array(text.utf8)
    return file.directives.map {
      "\($0.text)|" + String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  private static func words(_ text: String) throws -> [String] {
    let file = try read(text)
    return (0..<file.tokens.count).map { file.text(ofToken: $0) }
  }

  @Test("on lines of their own, over lines, and inside of a paragraph")
  func found() throws {
    let found = try Self.directives(
      """
      <!-- taohua off: a > b -->
      Grain was dear <!-- taohua ignore[TH001]: song --> that year.
      <!--taohua
        on
      -->
      """)
    #expect(
      found == [
        "off: a > b|<!-- taohua off: a > b -->",
        "ignore[TH001]: song|<!-- taohua ignore[TH001]: song -->", "on|<!--taohua\n  on\n-->",
      ])
  }

  @Test(
    "what is none",
    arguments: [
      "<!-- a note -->", "<!-- taohuas off: x -->", "```\n<!-- taohua off: x -->\n```",
      "Write `<!-- taohua off: x -->` before it.", "``a ` <!-- taohua on -->``",
      "\\<!-- taohua on -->",
      "---\ntitle: <!-- taohua on -->\n---\n", "<!-- note\n<!-- taohua on -->",
    ])
  func notFound(_ text: String) throws {
    #expect(try Self.directives(text).isEmpty)
  }

  @Test("plain text has none")
  func plainText() throws {
    #expect(try Self.read("<!-- taohua off: x -->", .plainText).directives.isEmpty)
  }

  @Test("comments hold no tokens, and the text after one on its line does")
  func tokens() throws {
    #expect(
      try Self.words("<!-- taohua off: not read -->grain was dear\n") == ["grain", "was", "dear"])
    #expect(
      try Self.words("<!-- not\nread --> grain <!-- nor this --> dear\n") == ["grain", "dear"])
    #expect(try Self.words("grain <!-- a > b --> dear\n") == ["grain", "dear"])
    #expect(try Self.words("<!-- one --> <!-- two -->\ngrain\n") == ["grain"])
    #expect(try Self.words("grain\n<!-- one") == ["grain"])
  }

  @Test("a line of a million marks is read in no time")
  func hostile() throws {
    for piece in ["<!--", "`", "<!-- taohua on -->", "`` ` "] {
      _ = try Self.read(String(repeating: piece, count: 200_000))
    }
  }
}
