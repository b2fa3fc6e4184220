import Testing

@testable import TextIngest

@Suite("HTML")
struct HTMLTests {
  static func text(_ html: String) throws -> SourceText {
    try Reader.text(of: Array(html.utf8), format: .html)
  }

  static let examples: [(html: String, lines: [String])] = [
    // Blocks and white space
    ("<p>一  段\n话</p><div>another\n <b>para</b>graph</div>", ["一 段 话", "another paragraph"]),
    ("<h1>标题</h1>正文<h3>小节</h3>", ["#1 标题", "正文", "#3 小节"]),
    ("<p>未闭合<p>第二段<li>一项<li>二项", ["未闭合", "第二段", "一项", "二项"]),
    ("<table><tr><th>甲<td>乙<tr><td><p>丙</p><p>丁</p></table>", ["| 甲", "| 乙", "| 丙", "| 丁"]),
    ("<dl><dt>词<dd>义</dl>", ["词", "义"]),
    ("<p class=title>题</p><div title=header>页眉</div><p>文", ["#0 题", "文"]),
    // Line breaks
    ("<p>上一行<br>下一行</p>", ["上一行", "+ 下一行"]),
    ("<p>第一段<br><br>第二段</p>", ["第一段", "第二段"]),
    ("　　第一段<br>　　第二段", ["　　第一段", "　　第二段"]),
    ("<pre>a  b\nc\n\nd</pre>", ["a  b", "+ c", "d"]),
    ("<p>a\u{2028}b</p>", ["a", "+ b"]),
    // Characters
    ("<p>A&amp;B &lt;c&gt; &#x4E2D;&mdash;&nbsp;d</p>", ["A&B <c> 中—\u{A0}d"]),
    ("<p>汉<wbr>字&shy;词</p>", ["汉字\u{AD}词"]),
    // What is no prose
    ("<head><title>t</title><style>p{}</style></head><p>a<script>'<p>x'</script>b", ["ab"]),
    ("<nav>首页</nav><div role=navigation>目录</div><p>正文", ["正文"]),
    ("<body><p>正文</p><footer>版权</footer></body>", ["正文"]),
    ("<article><p>正文</p><footer>作者</footer></article>", ["正文", "作者"]),
    ("<p hidden>a</p><p style='color:red; display : none'>b</p><p>c", ["c"]),
    ("<p>旧<del>删</del><ins>增</ins></p>", ["旧增"]),
    ("<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>", ["漢字"]),
    ("<pre><code>let a</code></pre><p>call <code>f</code>", ["call f"]),
    ("<p>a<select><option>b</select><textarea>c</textarea>d", ["ad"]),
    ("<!-- c --><p>a<svg><text>b</text></svg></p>", ["a"]),
    ("", []),
  ]

  @Test("blocks, headings, cells and breaks are kept", arguments: examples)
  func blocks(_ example: (html: String, lines: [String])) throws {
    #expect(Outline.lines(of: try Self.text(example.html)) == example.lines)
  }

  @Test(
    "a numeric reference of many digits is no character, and hides nothing", arguments: 1...40)
  func numericReferences(_ digits: Int) throws {
    for digit in ["1", "5", "9", "xF", "X8"] {
      let number = digit + String(repeating: String(digit.suffix(1)), count: digits - 1)
      let text = try Self.text("<p>前&#\(number);后&#x4E2D;</p>")
      let shown = try #require(String(validating: text.content, as: UTF8.self), "&#\(number);")
      let scalars = shown.unicodeScalars
      #expect(scalars.first == "前" && shown.contains("后中"), "&#\(number);")
      if digits > 7 { #expect(scalars.dropFirst().first == "\u{FFFD}", "&#\(number);") }
    }
  }

  @Test(
    "references that are none stay", arguments: ["&", "&#", "&#x", "&#;", "&#xg", "a&#&#x41;&"])
  func brokenReferences(_ html: String) {
    #expect(NumericReferences.limited(Array(html.utf8)) == Array(html.utf8))
  }

  @Test("what is left out is counted")
  func omissions() throws {
    let html =
      "<nav>a</nav><script>b</script><style>c</style><img src=d><p hidden>e</p><del>f</del>"
    #expect(
      Outline.omissions(of: try Self.text(html)) == [
        "deleted revisions 1", "hidden text 1", "navigation 1", "pictures 1",
        "scripts and style sheets 2",
      ])
  }

  @Test("lines of a block are one block to the engine, and its offsets point into the text")
  func tokens() throws {
    let file = Reader.ingest(try Self.text("<h1>题</h1><p>第一<br>第二</p>"))
    #expect(file.documents[0].title == "题")
    #expect(file.documents[0].blockStarts == [0, 1])
    #expect(String(decoding: file.content, as: UTF8.self) == "题\n第一\n第二\n")
    #expect(file.source.isExtracted)
  }

  @Test(
    "a million nested elements are an error, not a crash or an hour",
    arguments: [
      "<div>", "<b>", "<table><tr><td>", "<svg>", "<ul><li>",
    ])
  func depth(_ tag: String) throws {
    let html = String(repeating: tag, count: 1_000_000)
    #expect(throws: IngestError.document(.overLimit(.depth(5_000, part: nil)))) {
      try Self.text(html)
    }
  }

  @Test("comments that speak to the program are where they stood")
  func directives() throws {
    let text = try Self.text(
      "<p>甲<!-- taohua off: 引文 -->乙 </p> <!-- taohua on --> <!-- other --><p>丙</p>")
    #expect(String(decoding: text.content, as: UTF8.self) == "甲乙\n丙\n")
    #expect(text.directives.map(\.text) == ["off: 引文", "on"])
    #expect(text.directives.map(\.range) == [3..<3, 7..<7])
    #expect(Reader.ingest(text).directives == text.directives)
  }

  @Test("markup that the standard multiplies stops at the limit of memory")
  func multiplied() throws {
    let html = String(repeating: "<b><p>", count: 100_000)
    let limit = 64 << 20 + 64 * html.utf8.count
    #expect(throws: IngestError.document(.overLimit(.treeMemory(bytes: limit)))) {
      try Self.text(html)
    }
  }

  @Test("what nests but is closed again is no limit")
  func siblings() throws {
    let html = String(repeating: "<div><p>一段</p></div>", count: 20_000)
    #expect(Outline.lines(of: try Self.text(html)).count == 20_000)
  }

  @Test("the encoding is that of the mark, the one declared, or the one that the bytes tell")
  func encoding() throws {
    // 中文 in GB18030.
    let bytes: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4]
    let declared = Array("<meta charset='gb2312'><p>".utf8) + bytes
    let text = try Reader.text(of: declared, format: .html)
    #expect(Outline.lines(of: text) == ["中文"])
    #expect(text.source.encoding == "GB18030")
    let wrong = try Self.text("<meta http-equiv=x content='text/html; charset=Big5'><p>中文的正文")
    #expect(Outline.lines(of: wrong) == ["中文的正文"])
    #expect(wrong.source.encoding == "UTF-8")
    let marked = try Self.text("\u{FEFF}<meta charset=gbk><p>中文")
    #expect(Outline.lines(of: marked) == ["中文"])
    var settings = IngestSettings()
    settings.encoding = "Big5"
    let forced = try Reader.text(
      of: Array("<meta charset=gbk><p>".utf8) + [0xA4, 0xA4], format: .html, settings: settings)
    #expect(Outline.lines(of: forced) == ["中"])
  }
}
