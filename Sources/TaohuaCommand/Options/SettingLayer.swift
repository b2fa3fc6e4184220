/// Settings as options give them; what is not given is not in it.
struct SettingLayer {
  private(set) var values: [SettingName: SettingValue] = [:]

  func set(_ name: SettingName, _ value: Int?) -> SettingLayer {
    with(name, value.map { .integer($0) })
  }
  func set(_ name: SettingName, _ value: Double?) -> SettingLayer {
    with(name, value.map { .number($0) })
  }
  func set(_ name: SettingName, _ value: Bool?) -> SettingLayer {
    with(name, value.map { .flag($0) })
  }
  func set(_ name: SettingName, _ value: String?) -> SettingLayer {
    with(name, value.map { .text($0) })
  }

  /// An empty list is an option that was not given.
  func set(_ name: SettingName, _ value: [String]) -> SettingLayer {
    with(name, value.isEmpty ? nil : .list(value))
  }

  /// The layer with the values of `other` too.
  func merging(_ other: SettingLayer) -> SettingLayer {
    var result = self
    result.values.merge(other.values) { _, new in new }
    return result
  }

  private func with(_ name: SettingName, _ value: SettingValue?) -> SettingLayer {
    guard let value else { return self }
    var result = self
    result.values[name] = value
    return result
  }
}
