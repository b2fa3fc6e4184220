import PhraseMining
import PhraseReport
import Testing

/// The grammar of queries, on the families of the sample: 0 to 3 are formulas, 4 is a title.
@Suite struct PhraseFilterTests {
  private func matches(_ query: String) throws -> [String] {
    let report = SampleReport.audit
    return try PhraseFilter(query).matches(in: report).map { String(report.families[$0].id.last!) }
  }

  @Test func withoutTermsAllMatch() throws {
    #expect(try matches("") == ["0", "1", "2", "3", "4"])
    #expect(try matches(" \u{3000}\n") == ["0", "1", "2", "3", "4"])
  }

  @Test(arguments: [
    ("df:3", "012"), ("df:=3", "012"), ("df:>=3", "012"), ("df:>2", "012"), ("df:<3", "34"),
    ("df:<=2", "34"), ("df:3..10", "012"), ("df:3..", "012"), ("df:..2", "34"), ("df:2..2", "34"),
    ("places:>=3", "012"), ("len:>10", "0"), ("len:9", "34"), ("DF:>=3", "012"),
    ("df：＞＝３", "012"), ("\"\"df:2", ""), ("df:\"3\"", "012"),
  ])
  func numbers(_ query: String, _ expected: String) throws {
    let found = try matches(query).joined()
    #expect(found == expected, "\(query)")
  }

  @Test(arguments: [
    ("kind:title", "4"), ("-kind:title", "0123"), ("kind:FORMULA df:2", "3"), ("kind:term", ""),
    ("scope:common", "01234"), ("scope:house", ""), ("-scope:house", "01234"),
  ])
  func words(_ query: String, _ expected: String) throws {
    #expect(try matches(query).joined() == expected, "\(query)")
  }

  @Test(arguments: [
    ("year:2021", "0124"), ("year:..2021", "0124"), ("-year:2021", "3"), ("year:2022..", "01234"),
    ("year:1950..2020", ""), ("doc:青溪/2021", "0124"), ("doc:石岭 -doc:青溪/2021", "3"),
    ("doc:.MD#2", "2"), ("doc:\"石岭\"", "0123"),
  ])
  func documents(_ query: String, _ expected: String) throws {
    #expect(try matches(query).joined() == expected, "\(query)")
  }

  /// The letter of part 2 has no year in its title; its id has one.
  @Test func yearsAreThoseOfTheTitleBeforeThoseOfTheId() throws {
    var report = SampleReport.audit
    report.families = [report.families[4]]
    for index in report.documents.indices {
      report.documents[index].id = "1999/\(index).md"
      report.documents[index].title = "１９７８年 12021 20225"
    }
    #expect(try PhraseFilter("year:1978").matches(in: report) == [0])
    #expect(try PhraseFilter("year:1999").matches(in: report) == [])
    for index in report.documents.indices { report.documents[index].title = "1948 2101 199" }
    #expect(try PhraseFilter("year:1999").matches(in: report) == [0])
    #expect(try PhraseFilter("year:2101").matches(in: report) == [])
  }

  @Test(arguments: [
    ("勤俭办事", "1"), ("稳中求进、勤俭", "1"), ("\"稳中求进、 勤俭\"", "1"), ("项 任务", "0"),
    ("较好完成", "0"), ("较好地完成", "0"), ("-完成", "1234"), ("-\"完 成\" -kind:title", "123"),
    ("\"-完成\"", ""), ("坚持 -勤俭", ""), ("《", "4"), ("\"df:3\"", ""), ("note:完成", ""),
  ])
  func texts(_ query: String, _ expected: String) throws {
    #expect(try matches(query).joined() == expected, "\(query)")
  }

  @Test(arguments: [
    ("ＷＯＲＫ reports", true), ("work(reports)", false), ("\"WORK  Reports\"", true),
    ("workreports", true), ("ΟΔΟΣ", true), ("ｶﾞｽ料金", true), ("￥5", true), ("\"¥ 5\"", true),
    ("\"\"\"quoted\"\"\"", true), ("\"quoted\"\"x\"", false), ("e\u{301}tat", true),
  ])
  func foldedTexts(_ query: String, _ isFound: Bool) throws {
    var report = SampleReport.audit
    report.families = [report.families[0]]
    report.families[0].canonical = "Work reports, οδος ガス料金 ¥5 \"quoted\" \u{E9}ta\u{AD}t"
    report.families[0].variants = []
    #expect(try PhraseFilter(query).matches(in: report) == (isFound ? [0] : []), "\(query)")
  }

  @Test(arguments: [
    "df:", "df:x", "df:>", "df:=>3", "df:-1", "df:3.5", "df:..", "df:5..3", "df:3...5", "df:<0",
    "places:many", "len:三", "year:20xx", "df:99999999999999999999",
  ])
  func rangesThatAreNone(_ term: String) {
    #expect(throws: MalformedTerm.self) { try PhraseFilter("坚持 \(term) df:3") }
    #expect(expectation(of: term) == .numbers)
  }

  @Test func otherTermsThatAreMalformed() {
    let kinds = ["formula", "term", "title", "quotation"]
    #expect(expectation(of: "kind:noun") == .oneOf(kinds))
    #expect(expectation(of: "-kind:") == .oneOf(kinds))
    #expect(expectation(of: "scope:mine") == .oneOf(["house", "common"]))
    for term in ["-", "doc:", "-doc:", "\"\"", "\" \"", "-\"\"", "doc:\" \""] {
      #expect(expectation(of: term) == .something, "\(term)")
    }
    #expect(expectation(of: "\"open end") == .closingQuote)
    #expect(expectation(of: "doc:\"open") == .closingQuote)
  }

  private func expectation(of query: String) -> MalformedTerm.Expectation? {
    do throws(MalformedTerm) {
      _ = try PhraseFilter(query)
      return nil
    } catch {
      #expect(error.term == query)
      return error.expected
    }
  }
}
