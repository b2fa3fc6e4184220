import Foundation
import TestSupport
import Testing

@testable import PhraseReport

@Suite("The charts of an audit")
struct AuditChartsTests {
  private static let report = {
    var report = SampleReport.audit
    report.corpus.frame = FrameReport(
      documents: 2, minimumDocuments: 2,
      years: [
        FrameYear(year: 2021, documents: 1, tokens: 95, counted: 0, frame: 0, isPartial: true),
        FrameYear(year: 2022, documents: 1, tokens: 122, counted: 9, frame: 1, isPartial: true),
        FrameYear(year: 2024, documents: 2, tokens: 116, counted: 61, frame: 2, isPartial: false),
      ], undated: 1)
    return report
  }()

  private func chart(
    _ name: String, of report: AuditReport, _ language: ReportLanguage = .english
  ) throws -> [UInt8] {
    try #require(AuditCharts(report, language: language).all.first { $0.name == name }).svg
  }

  @Test(arguments: AuditCharts.names(comparesYears: true), ReportLanguage.allCases)
  func looksAsRecorded(name: String, language: ReportLanguage) throws {
    try Golden.expect(
      chart(name, of: Self.report, language), isLike: "chart.\(name).\(language.rawValue).svg")
  }

  @Test func theChartOfYearsIsThereIfYearsAre() {
    let names = AuditCharts(SampleReport.audit, language: .english).all.map(\.name)
    #expect(names == AuditCharts.names(comparesYears: false) && names.count == 3)
  }

  /// The texts of `charts`, if each is well-formed.
  private func texts(_ charts: [AuditCharts.Chart]) throws -> String {
    let script = """
      import sys, xml.etree.ElementTree as tree
      for part in sys.stdin.buffer.read().split(b"\\0\\0")[:-1]:
          root = tree.fromstring(part)
          assert root.tag == "{http://www.w3.org/2000/svg}svg"
          tags = {e.tag.split("}")[1] for e in root.iter()}
          assert tags <= {"svg", "title", "desc", "rect", "line", "text", "circle", "polyline", "polygon"}, tags
          print("".join(root.itertext()))
      """
    let run = try PythonScript(script, [], input: charts.flatMap { $0.svg + [0, 0] })
    #expect(run.status == 0, "\(run.output)")
    return run.output
  }

  @Test("what comes from documents is text, whatever it looks like")
  func hostileTexts() throws {
    var report = Self.report
    report.documents[0].title = "</text><script>&amp;\u{0}\u{8}\u{FFFF}\u{202E}\""
    report.settings.arguments = ["--split-at", "]]><a href='x'>"]
    let text = try texts(AuditCharts(report, language: .english).all)
    #expect(text.contains("</text><script>&amp;\u{FFFD}"))
    #expect(!text.contains("\u{202E}") && text.contains("\u{FFFD}"))
    #expect(text.contains("]]><a href="))
  }

  @Test("nothing to show is said", arguments: ReportLanguage.allCases)
  func empty(language: ReportLanguage) throws {
    var report = SampleReport.empty
    report.corpus.frame = FrameReport(
      documents: 5, minimumDocuments: 2, years: [], undated: 0)
    let text = try texts(AuditCharts(report, language: language).all)
    #expect(text.contains(language == .english ? "No document has a year." : "没有已知年份的文档。"))
    #expect(text.contains(language == .english ? "The corpus holds no text." : "语料库中没有文本。"))
  }

  @Test("many documents are a distribution, many years have an axis")
  func large() throws {
    var report = Self.report
    report.documents = (0..<5_000).map { index in
      var document = report.documents[index % 4]
      document.id = "\(index)"
      return document
    }
    report.corpus.frame!.years = (1900..<2020).map {
      FrameYear(year: $0, documents: 1, tokens: 100, counted: 7, frame: 2, isPartial: false)
    }
    let charts = AuditCharts(report, language: .english).all
    let text = try texts(charts)
    #expect(text.contains("The 5,000 documents in order of their share"))
    #expect(text.contains("1950") && !text.contains("1953"))
    #expect(charts.allSatisfy { $0.svg.count < 60_000 })
  }

  @Test func binsHoldEveryCountOnce() {
    let few = FrequencyChart.bins([3, 5, 3, 9])
    #expect(few.map(\.sources) == (3...9).map { $0...$0 })
    #expect(few.map(\.families) == [2, 0, 1, 0, 0, 0, 1])
    let many = FrequencyChart.bins([3, 4, 7, 8, 100, 3_000])
    #expect(many.map(\.sources.lowerBound) == [3, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048])
    #expect(many.map(\.families) == [1, 2, 1, 0, 0, 1, 0, 0, 0, 0, 1])
    #expect(many.last?.sources.upperBound == 3_000)
    #expect(FrequencyChart.bins([]).isEmpty)
  }

  @Test("an axis holds its values, in a few round steps")
  func scales() {
    for exponent in -30...60 {
      let maximum = 0.7 * Double(sign: .plus, exponent: exponent / 3, significand: 1.3)
      let scale = ChartScale(upTo: maximum)
      #expect(scale.top >= maximum && scale.top < maximum * 2)
      #expect((2...8).contains(scale.ticks.count) && scale.ticks[0] == 0)
    }
    #expect(ChartScale(upTo: 32).ticks == [0, 10, 20, 30, 40])
    #expect(ChartScale(upTo: 0).top == 1)
  }

  @Test(arguments: [
    (0.0, "0"), (1.5, "1.5"), (-2.04, "-2.04"), (10.999, "11"), (0.005, "0.01"), (3.1, "3.1"),
    (100, "100"), (-0.001, "0"),
  ])
  func numbers(value: Double, text: String) { #expect(SVGWriter.number(value) == text) }
}
