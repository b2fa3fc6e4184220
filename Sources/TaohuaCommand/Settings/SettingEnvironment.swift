internal import Glibc

/// The variables of the environment that the program heeds.
enum SettingEnvironment {
  /// The value of a variable; nil where it is not set or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// What follows `prefix` in the names of the variables that start with it.
  static func names(startingWith prefix: String) -> [String] {
    var names: [String] = []
    var index = 0
    while let entry = environ[index] {
      let name = String(cString: entry).prefix { $0 != "=" }
      if name.hasPrefix(prefix) { names.append(String(name.dropFirst(prefix.count))) }
      index += 1
    }
    return names.sorted()
  }

  /// The settings that variables make: the date, and colour by `NO_COLOR`, `FORCE_COLOR` and
  /// `CLICOLOR_FORCE` (`TERM=dumb` and the terminal are asked when the colour is used).
  static func settings() throws(CommandFailure) -> [SettingName: Settings.Entry] {
    var result: [SettingName: Settings.Entry] = [:]
    if let entry = try date() { result[.date] = entry }
    if let entry = color() { result[.color] = entry }
    return result
  }

  private static func date() throws(CommandFailure) -> Settings.Entry? {
    let name = "SOURCE_DATE_EPOCH"
    guard let text = value(name) else { return nil }
    guard let date = Int(text).flatMap({ CalendarDate(secondsSinceEpoch: $0) }) else {
      throw .invalidValue(
        "date", given: text, .environment(name), rule: "a number of seconds since 1970")
    }
    return Settings.Entry(value: .text(date.text), origin: .environment(name))
  }

  private static func color() -> Settings.Entry? {
    if value("NO_COLOR") != nil {
      return Settings.Entry(value: .text("never"), origin: .environment("NO_COLOR"))
    }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      guard let text = value(name), text != "0" else { continue }
      return Settings.Entry(value: .text("always"), origin: .environment(name))
    }
    return nil
  }
}
