internal import Taohua

extension Settings {
  /// What a check counts with.
  var check: CheckSettings {
    var result = CheckSettings()
    result.audit = audit
    result.maximumStockPercent = number(.maxStock)
    let exclusions = list(.excludeSelf).compactMap { SelfExclusion(rawValue: $0) }
    result.excludesSamePath = exclusions.contains(.path)
    result.excludesSameContent = exclusions.contains(.content)
    return result
  }
}
