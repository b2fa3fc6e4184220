internal import PhraseReport
internal import Taohua

extension Settings {
  /// What a check counts with.
  var check: CheckSettings {
    var result = CheckSettings()
    result.audit = audit
    result.gate = gate
    result.asOf = text(.asOf)
    result.needsPlaceTexts =
      checkFormats.contains(where: \.needsPlaceTexts) || text(.annotate) != nil
    result.needsSpanSources = checkFormats.contains(.html)
    guard command == .check else { return result }
    let exclusions = list(.excludeSelf).compactMap { SelfExclusion(rawValue: $0) }
    result.excludesSamePath = exclusions.contains(.path)
    result.excludesSameContent = exclusions.contains(.content)
    return result
  }

  /// The formats that are printed or written.
  private var checkFormats: [CheckFormat] {
    [choice(.format, of: CheckFormat.self, default: .full)]
      + reportTargets.compactMap { CheckFormat(rawValue: $0.format) }
  }

  /// What makes a check fail.
  private var gate: GateSettings {
    var result = GateSettings()
    result.failOn = choice(.failOn, of: GateScope.self, default: .new)
    result.maximumStockPercent = number(.maxStock)
    result.maximumBorrowed = integer(.maxBorrowed)
    return result
  }
}
