import Foundation
import Testing

@testable import TaohuaCommand

/// Parts of the settings that cases do not reach.
@Suite struct SettingTests {
  @Test func daysAreThoseOfTheCalendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    // From 1582 on both calendars agree; seconds start in 1970.
    for seconds in stride(from: 0, to: 8_000_000_000, by: 86_400 * 17 + 11_213) {
      let date = Date(timeIntervalSince1970: Double(seconds))
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let own = try #require(CalendarDate(secondsSinceEpoch: seconds))
      #expect(own.year == parts.year && own.month == parts.month && own.day == parts.day)
      #expect(CalendarDate(own.text) == own)
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-32", "26-01-01", "2026-1-1", "2026-01-01 ",
    "２０２６-01-01", "", "--", "2100-02-29",
  ])
  func noSuchDay(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func distancesCountSwapsAsOne() {
    #expect(EditDistance.between("min-lenght", "min-length") == 1)
    #expect(EditDistance.between("", "abc") == 3)
    #expect(EditDistance.between("jobs", "jobs") == 0)
    #expect(EditDistance.between("kitten", "sitting") == 3)
    #expect(EditDistance.nearest(to: "ouput", among: ["jobs", "output"]) == "output")
  }

  @Test func shownTextIsTOML() throws {
    let value = SettingValue.list([#"^第\d+"章"#, "a\u{8}\u{7F}", "报告"])
    #expect(value.text == #"["^第\\d+\"章", "a\u0008\u007F", "报告"]"#)
  }

  @Test func keysHaveLines() {
    let locator = TOMLKeyLocator(
      """
      # a = 1
      jobs = 1
      check.format = "json"

      [check]
        max-stock = 3
      [tool."taohua"]
      quiet = true
      """)
    #expect(locator.line(of: ["jobs"]) == 2)
    #expect(locator.line(of: ["check", "format"]) == 3)
    #expect(locator.line(of: ["check", "max-stock"]) == 6)
    #expect(locator.line(of: ["tool", "taohua", "quiet"]) == 8)
    #expect(locator.line(of: ["tool", "taohua", "absent"]) == 7)
    #expect(locator.line(of: ["absent"]) == nil)
  }

  @Test func keysAreNotLookedForInStrings() {
    let locator = TOMLKeyLocator(
      #"""
      a = """
      jobs = 1
      [check] \
      "" quiet = true"""
      b = '''
      jobs = 2\'''
      exclude = [
        [ "x", # jobs = 3
        "jobs = 4" ],
      ]
      jobs = 5
      """#)
    #expect(locator.line(of: ["jobs"]) == 11)
    #expect(locator.line(of: ["check"]) == nil)
    #expect(locator.line(of: ["b"]) == 5)
  }

  @Test(
    "what the parser would stop the program for is refused",
    arguments: [
      "[^", "a = 1\n [\t^x]", "[[^]]", "[\n]", "[[ \u{FFFD}]]", "[é]", "[=]", "a = [\n]\n[.a]",
      "a = [}", "b = {}\na = [ \"}\", { c = [1, }] }]",
    ])
  func faults(_ text: String) throws {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count
    do throws(CommandFailure) {
      _ = try ConfigurationFile.parse(text, path: "a.toml")
      Issue.record("no error")
    } catch .notTOML(_, let found, _, _) {
      #expect(found == line || text == "[\n]")
    }
  }

  @Test(
    "what looks like that and is none is read",
    arguments: [
      "a = \"\"\"\n[^\"\"\"", "a = '''\n[^\n'''\n[b]", "a = [\n[ +1], [ # [^\n] ]\n[b]",
      "[ \"^\" ]", "a = \"\"\"x\\\"\"\"\"\"\n[b]", "\u{FEFF}[b]", "a = {b = [1]}\r\n[c]\r\n",
      "a = [ { b = '}' }, # }\n{ } ]",
    ])
  func headersInStrings(_ text: String) throws {
    _ = try ConfigurationFile.parse(text, path: "a.toml")
  }

  @Test func everySettingHasAValidDefault() throws {
    for command in CommandName.allCases {
      let settings = try Settings(command, options: [:], environment: [:], file: nil)
      for name in SettingName.allCases where name.commands.contains(command) {
        #expect(settings.entry(name).origin == .builtIn)
      }
    }
  }

  @Test func optionsWinOverTheEnvironmentAndThatOverTheFile() throws {
    let file = try ConfigurationFile(
      path: "taohua.toml", text: "color = \"never\"\njobs = 3\n[audit]\njobs = 4\n", table: [],
      folder: "")
    let environment = [
      SettingName.color: Settings.Entry(value: .text("always"), origin: .environment("FORCE_COLOR"))
    ]
    let plain = try Settings(.audit, options: [:], environment: environment, file: file)
    #expect(plain.text(.color) == "always")
    #expect(plain.integer(.jobs) == 4)
    #expect(plain.entry(.jobs).origin == .file("taohua.toml", line: 4))
    let options = [SettingName.color: SettingValue.text("auto"), .jobs: .integer(9)]
    let given = try Settings(.audit, options: options, environment: environment, file: file)
    #expect(given.text(.color) == "auto")
    #expect(given.integer(.jobs) == 9)
    let check = try Settings(.check, options: [:], environment: [:], file: file)
    #expect(check.integer(.jobs) == 3)
  }

  @Test func aKeyAtTheTopIsAListToOneCommandAndAWordToAnother() throws {
    let file = try ConfigurationFile(
      path: "taohua.toml", text: "fail-on = \"never\"\n", table: [], folder: "")
    let check = try Settings(.check, options: [:], environment: [:], file: file)
    #expect(check.text(.failOn) == "never")
    #expect(throws: CommandFailure.self) {
      try Settings(.audit, options: [:], environment: [:], file: file)
    }
    let two = try ConfigurationFile(
      path: "taohua.toml", text: "fail-on = [\"new\", \"never\"]\n", table: [], folder: "")
    #expect(throws: CommandFailure.self) {
      try Settings(.check, options: [:], environment: [:], file: two)
    }
  }
}
