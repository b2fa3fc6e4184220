internal import TOMLKit

/// The settings of a configuration file.
///
/// A key at the top holds for all commands that have the option; a key in a table named for a
/// command (`[check]`) holds for that command alone, and there before the top.
struct ConfigurationFile {
  /// As it is named in messages.
  let path: String
  private var top: [SettingName: Settings.Entry] = [:]
  private var byCommand: [CommandName: [SettingName: Settings.Entry]] = [:]

  /// Reads the settings from `text`.
  ///
  /// - Parameters:
  ///   - path: as it is named in messages.
  ///   - table: the keys that lead to the table with the settings: `["tool", "taohua"]`.
  ///   - folder: what relative paths in it start from; empty for the working folder.
  init(
    path: String, text: String, table: [String], folder: String
  ) throws(CommandFailure) {
    self.path = path
    guard let root = try ConfigurationFile.parse(text, path: path).descend(table) else { return }
    let reader = ConfigurationReader(
      file: path, locator: TOMLKeyLocator(text), prefix: table, folder: folder)
    for key in root.keys {
      if let command = CommandName(rawValue: key), let inner = root[key]?.table {
        byCommand[command] = try reader.entries(of: inner, in: command)
      }
    }
    top = try reader.entries(of: root, in: nil)
  }

  /// What the file says of `name` for `command`.
  func entry(_ name: SettingName, for command: CommandName) -> Settings.Entry? {
    byCommand[command]?[name] ?? top[name]
  }

  /// Whether `text` is a TOML file with the table `keys`.
  static func holds(_ keys: [String], text: String, path: String) throws(CommandFailure) -> Bool {
    try parse(text, path: path).descend(keys) != nil
  }

  /// The TOML table in `text`.
  static func parse(_ text: String, path: String) throws(CommandFailure) -> TOMLTable {
    // The parser reads a C string: what comes after a NUL would be dropped without a word.
    if let position = text.utf8.firstIndex(of: 0) {
      let line = 1 + text.utf8[..<position].count { $0 == UInt8(ascii: "\n") }
      throw .notTOML(file: path, line: line, column: 1, problem: "a NUL byte")
    }
    if let fault = TOMLStatements(text).fault {
      throw .notTOML(
        file: path, line: fault.line, column: fault.column, problem: fault.problem)
    }
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = error.source.begin
      throw .notTOML(
        file: path, line: place.line, column: place.column, problem: error.description)
    } catch {
      throw .notTOML(file: path, line: 1, column: 1, problem: String(describing: error))
    }
  }
}

extension TOMLTable {
  /// The table that `keys` lead to.
  fileprivate func descend(_ keys: [String]) -> TOMLTable? {
    var table = self
    for key in keys {
      guard let inner = table[key]?.table else { return nil }
      table = inner
    }
    return table
  }
}
