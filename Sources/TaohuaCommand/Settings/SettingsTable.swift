/// The settings as TOML with their origins in comments, so that what is printed can be a file.
enum SettingsTable {
  /// The table `[command]`.
  static func text(_ settings: Settings) -> String {
    let names = SettingName.allCases.filter { $0.commands.contains(settings.command) }
    let lines = names.map { name in (line(name, settings), settings.entry(name)) }
    let width = lines.reduce(0) { max($0, $1.0.count) }
    let rows = lines.map { line, entry in
      let padding = String(repeating: " ", count: width - line.count)
      return "\(line)\(padding)  # \(entry.origin.text)\n"
    }
    return "[\(settings.command.rawValue)]\n" + rows.joined() + "\n"
  }

  private static func line(_ name: SettingName, _ settings: Settings) -> String {
    guard let value = settings.entry(name).value else {
      return "# \(name.rawValue): \(name.derivation)"
    }
    return "\(name.rawValue) = \(value.text)"
  }
}
