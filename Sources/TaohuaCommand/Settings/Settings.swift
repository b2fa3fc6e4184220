/// The settings of one command: options over environment over file over defaults, all valid.
struct Settings {
  /// A value and where it comes from; no value where the command derives it.
  struct Entry {
    var value: SettingValue?
    var origin: SettingOrigin

    /// Whether nobody said anything.
    var isDefault: Bool { origin == .builtIn }
  }

  let command: CommandName
  private var entries: [SettingName: Entry] = [:]

  /// Merges the layers and checks every value.
  ///
  /// - Parameters:
  ///   - options: what stands on the command line.
  ///   - environment: what variables of the environment say.
  ///   - file: the configuration file, if there is one.
  init(
    _ command: CommandName, options: [SettingName: SettingValue],
    environment: [SettingName: Entry], file: ConfigurationFile?
  ) throws(CommandFailure) {
    self.command = command
    for name in SettingName.allCases where name.commands.contains(command) {
      var entry =
        options[name].map { Entry(value: $0, origin: .option) }
        ?? environment[name] ?? file?.entry(name, for: command)
        ?? Entry(value: name.defaultValue(for: command), origin: .builtIn)
      entry.value = entry.value.map { name.kind(for: command).adapted($0) }
      try Settings.check(name, entry, for: command)
      entries[name] = entry
    }
  }

  private static func check(
    _ name: SettingName, _ entry: Entry, for command: CommandName
  ) throws(CommandFailure) {
    guard let value = entry.value, let rule = name.kind(for: command).violation(by: value) else {
      return
    }
    throw .invalidValue(name.rawValue, given: value.text, entry.origin, rule: rule)
  }

  /// The value and origin of `name`.
  func entry(_ name: SettingName) -> Entry {
    entries[name] ?? Entry(value: nil, origin: .builtIn)
  }

  func integer(_ name: SettingName) -> Int? {
    guard case .integer(let number)? = entry(name).value else { return nil }
    return number
  }

  func number(_ name: SettingName) -> Double? {
    guard case .number(let number)? = entry(name).value else { return nil }
    return number
  }

  func flag(_ name: SettingName) -> Bool { entry(name).value == .flag(true) }

  func text(_ name: SettingName) -> String? {
    guard case .text(let text)? = entry(name).value else { return nil }
    return text
  }

  func list(_ name: SettingName) -> [String] {
    guard case .list(let list)? = entry(name).value else { return [] }
    return list
  }

  /// The member of a closed set of names that the setting holds; the check lets no other in.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: SettingName, of type: Choice.Type, default fallback: Choice
  ) -> Choice {
    text(name).flatMap { Choice(rawValue: $0) } ?? fallback
  }
}
