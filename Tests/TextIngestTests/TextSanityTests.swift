import Foundation
import TestSupport
import Testing

@testable import TextIngest

@Suite("Text that was decoded wrongly")
struct TextSanityTests {
  static func warnings(_ text: String) throws -> [String] {
    try Reader.ingest(Array(text.utf8), format: .plainText).source.warnings
  }

  /// What becomes of `text` that is written in one codec and read in another.
  static func misread(_ text: String, _ truth: String, as mistake: String) throws -> String {
    let bytes = try PythonRun.output(
      """
      import sys
      data = sys.stdin.buffer.read().decode().encode("\(truth)")
      sys.stdout.buffer.write(data.decode("\(mistake)", "replace").encode())
      """, input: Array(text.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  static let report = """
    一年来，全局上下坚持把群众的事当作自己的事，办事窗口由七个减为三个，等候时间缩短一半以上。
    老旧小区改造完成二十六处，惠及居民四千余户；新建口袋公园五个，全部免费开放。
    """

  static let mistakes: [(text: String, truth: String, mistake: String, words: String)] = [
    (report, "utf-8", "gb18030", "UTF-8 that was decoded as GB18030"),
    (report, "utf-8", "latin-1", "UTF-8 that was decoded as windows-1252"),
    (LanguageSamples.japanese, "utf-8", "cp932", "UTF-8 that was decoded as Shift_JIS"),
    (LanguageSamples.french, "utf-8", "cp1252", "UTF-8 that was decoded as windows-1252"),
    (report, "gb18030", "latin-1", "GB18030 that was decoded as windows-1252"),
    (report, "gb18030", "big5", "like no language"),
    (LanguageSamples.korean, "cp949", "gb18030", "like no language"),
    (LanguageSamples.traditionalChinese, "big5", "gb18030", "like no language"),
  ]

  @Test("is warned about, with what it was", arguments: mistakes)
  func wrong(_ example: (text: String, truth: String, mistake: String, words: String)) throws {
    let text = try Self.misread(example.text, example.truth, as: example.mistake)
    let warnings = try Self.warnings(text)
    #expect(warnings.contains { $0.contains(example.words) }, "\(warnings) for \(text)")
  }

  @Test("a few wrong characters in a right text are found, and where")
  func fewWrong() throws {
    let wrong = try Self.misread("“工作”，", "utf-8", as: "gb18030")
    let text = Self.report + "\n" + wrong + "\n" + Self.report
    let warnings = try Self.warnings(text)
    let place = "from byte offset \(Self.report.utf8.count + 1) on look like UTF-8"
    #expect(warnings.contains { $0.contains(place) }, "\(warnings)")
  }

  @Test("characters that were lost are counted")
  func lost() throws {
    #expect(
      try Self.warnings("工作\u{FFFD}报告\u{FFFD}。") == [
        "2 characters were lost before the file came here (U+FFFD), the first at byte offset 6"
      ])
  }

  @Test("an encoding that was forced and is wrong is warned about")
  func forced() throws {
    let bytes = try EncodingTests.encoded([LanguageSamples.korean], codec: "cp949")[0].bytes
    var settings = IngestSettings()
    settings.encoding = "GB18030"
    let file = try Reader.ingest(bytes, format: .plainText, settings: settings)
    #expect(file.source.warnings.first?.contains("like no language") == true)
  }

  @Test("right text is not, in any language, with rare signs, dots and rows of marks")
  func right() throws {
    let samples = [
      Self.report, LanguageSamples.traditionalChinese, LanguageSamples.japanese,
      LanguageSamples.korean, LanguageSamples.french, LanguageSamples.spanish,
      LanguageSamples.german, "¡¡¡¡¡¡¡¡ ········ °°°°°°", "créée, naïveté, ÇÃO, ÀÉÈÊ",
      "三氧化二锑；锛、凿、刨", "ρβγδ абвгд", "𠀀𠀁 ●●● ①②③",
    ]
    for text in samples { #expect(try Self.warnings(text) == [], "\(text)") }
    for url in TestFiles.files(under: TestFiles.sample) {
      #expect(try Self.warnings(String(contentsOf: url, encoding: .utf8)) == [], "\(url.path)")
    }
  }
}
