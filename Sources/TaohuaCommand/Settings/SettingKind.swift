internal import PhraseReport
internal import TextIngest

/// What values a setting takes.
enum SettingKind: Hashable {
  case integer(ClosedRange<Int>)
  case percent
  /// An amount of memory.
  case size
  case flag
  case date
  case encoding
  case path
  /// A key of metadata.
  case key
  case pattern
  /// A path, or `none`.
  case optionalPath
  case paths
  case choice([String])
  case choices([String])
  /// `FORMAT=FILE` with one of these formats.
  case reports([String])

  /// The type in the words of the configuration file.
  var typeName: String {
    switch self {
    case .integer: "a whole number"
    case .percent: "a number"
    case .flag: "true or false"
    case .date, .encoding, .path, .size, .optionalPath, .key, .pattern, .choice: "a string"
    case .paths, .choices, .reports: "a list of strings"
    }
  }

  /// `value` as this kind has it: a key at the top of a file, which holds for several commands, may be
  /// a list to one of them and a single word to another.
  func adapted(_ value: SettingValue) -> SettingValue {
    switch (self, value) {
    case (.choice, .list(let list)) where list.count == 1: .text(list[0])
    case (.choices, .text(let text)): .list([text])
    default: value
    }
  }

  /// What is wrong with `value`, said as what is allowed; nil if it is right.
  func violation(by value: SettingValue) -> String? {
    switch (self, value) {
    case (.integer(let range), .integer(let number)):
      range.contains(number)
        ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case (.percent, .number(let number)):
      (0...100).contains(number) ? nil : "a percentage from 0 to 100"
    case (.size, .text(let text)):
      MemorySize(text) == nil ? "an amount such as 512M or 4G" : nil
    case (.date, .text(let text)):
      CalendarDate(text) == nil ? "a date such as 2026-03-31" : nil
    case (.encoding, .text(let text)):
      TextEncoding(label: text) == nil
        ? "the name of an encoding, such as " + SettingKind.alternatives(TextEncoding.commonNames)
        : nil
    case (.path, .text(let text)): text.isEmpty ? "a path" : nil
    case (.key, .text(let text)): MetadataKey.canonical(text).isEmpty ? "a key of metadata" : nil
    case (.optionalPath, .text(let text)): text.isEmpty ? "a path, or none" : nil
    case (.paths, .list(let paths)): paths.contains("") ? "paths" : nil
    case (.pattern, .text(let text)): SettingKind.fault(ofPattern: text)
    case (.choice(let choices), .text(let text)):
      choices.contains(text) ? nil : SettingKind.alternatives(choices)
    case (.choice(let choices), .list): SettingKind.alternatives(choices)
    case (.choices(let choices), .list(let list)):
      list.allSatisfy(choices.contains) ? nil : SettingKind.alternatives(choices)
    case (.reports(let formats), .list(let list)):
      list.allSatisfy { ReportTarget($0, formats: formats) != nil }
        ? nil : ReportTarget.rule(formats)
    default: nil
    }
  }

  /// What is wrong with a regular expression, and where.
  private static func fault(ofPattern pattern: String) -> String? {
    do throws(SplitPattern.Malformed) {
      try SplitPattern.check(pattern)
      return nil
    } catch {
      let place = error.column.map { " at character \($0)" } ?? ""
      return "a regular expression; \(error.problem)\(place)"
    }
  }

  private static func alternatives(_ choices: [String]) -> String {
    guard let last = choices.last, choices.count > 1 else { return choices.joined() }
    return choices.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// A value as it stands on the command line or in a file.
enum SettingValue: Hashable {
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case text(String)
  case list([String])

  /// As the configuration file would have it.
  var text: String {
    switch self {
    case .integer(let number): String(number)
    case .number(let number):
      Int(exactly: number).map { String($0) } ?? String(number)
    case .flag(let flag): String(flag)
    case .text(let text): QuotedText.quoted(text)
    case .list(let list): "[" + list.map(QuotedText.quoted).joined(separator: ", ") + "]"
    }
  }
}

/// Where a value comes from.
enum SettingOrigin: Hashable {
  case builtIn
  case environment(String)
  case file(String, line: Int?)
  case option

  /// As `config show` names it.
  var text: String {
    switch self {
    case .builtIn: "default"
    case .environment(let name): "environment \(name)"
    case .file(let file, let line): line.map { "\(file):\($0)" } ?? file
    case .option: "option"
    }
  }
}
