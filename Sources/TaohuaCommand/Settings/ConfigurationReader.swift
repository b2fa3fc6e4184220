internal import TOMLKit

/// Turns the keys of a TOML table into settings.
struct ConfigurationReader {
  let file: String
  let locator: TOMLKeyLocator
  /// The keys that lead to the table with the settings.
  let prefix: [String]
  /// What relative paths start from; empty for the working folder.
  let folder: String

  /// The settings of `table`: that of `command`, or the top one.
  func entries(
    of table: TOMLTable, in command: CommandName?
  ) throws(CommandFailure) -> [SettingName: Settings.Entry] {
    var result: [SettingName: Settings.Entry] = [:]
    let names = SettingName.allCases.filter { name in
      command.map { name.commands.contains($0) } ?? true
    }
    for key in table.keys {
      if command == nil, CommandName(rawValue: key) != nil, table[key]?.table != nil { continue }
      let path = (command.map { [$0.rawValue] } ?? []) + [key]
      let origin = SettingOrigin.file(file, line: locator.line(of: prefix + path))
      let shown = path.joined(separator: ".")
      guard let name = names.first(where: { $0.rawValue == key }) else {
        throw unknown(shown, key, origin, names, in: command)
      }
      guard let value = table[key] else { continue }
      let kind = name.kind(for: command ?? name.commands[0])
      result[name] = Settings.Entry(
        value: try self.value(value, shown, kind, origin), origin: origin)
    }
    return result
  }

  private func unknown(
    _ shown: String, _ key: String, _ origin: SettingOrigin, _ names: [SettingName],
    in command: CommandName?
  ) -> CommandFailure {
    let known = names.map(\.rawValue) + (command == nil ? CommandName.allCases.map(\.rawValue) : [])
    let nearest = EditDistance.nearest(to: key, among: known) ?? ""
    let place = command.map { "\($0.rawValue)." } ?? ""
    return .unknownKey(shown, origin, nearest: place + nearest)
  }

  private func value(
    _ node: any TOMLValueConvertible, _ key: String, _ kind: SettingKind, _ origin: SettingOrigin
  ) throws(CommandFailure) -> SettingValue {
    let value: SettingValue? =
      switch kind {
      case .integer: node.int.map { .integer($0) }
      case .percent: (node.double ?? node.int.map { Double($0) }).map { .number($0) }
      case .flag: node.bool.map { .flag($0) }
      case .choice, .encoding, .pattern, .key, .size: node.string.map { .text($0) }
      case .date: Self.date(node).map { .text($0) }
      case .path: node.string.map { .text(located($0)) }
      case .optionalPath:
        node.string.map { .text($0 == BaselineStore.none ? $0 : located($0)) }
      case .paths: Self.strings(node)?.map(located).asList
      case .choices, .reports: Self.strings(node)?.asList
      }
    guard let value else {
      throw .wrongType(key, origin, expected: kind.typeName, found: ConfigurationReader.name(node))
    }
    return value
  }

  /// A date, in quotation marks or not: TOML has dates of its own.
  static func date(_ node: any TOMLValueConvertible) -> String? {
    guard let date = node.date else { return node.string }
    return CalendarDate(year: date.year, month: date.month, day: date.day)?.text
  }

  /// A list of strings; one string alone is taken for a list of one.
  static func strings(_ node: any TOMLValueConvertible) -> [String]? {
    if let text = node.string { return [text] }
    guard let array = node.array else { return nil }
    var result: [String] = []
    for element in array {
      guard let text = element.string else { return nil }
      result.append(text)
    }
    return result
  }

  private func located(_ path: String) -> String {
    folder.isEmpty || path.hasPrefix("/") ? path : folder + "/" + path
  }

  private static func name(_ node: any TOMLValueConvertible) -> String {
    switch node.type {
    case .table: "a table"
    case .array: "a list"
    case .string: "a string"
    case .int: "a whole number"
    case .double: "a number"
    case .bool: "true or false"
    case .date, .time, .dateTime: "a date"
    }
  }
}

extension [String] {
  fileprivate var asList: SettingValue { .list(self) }
}
