package import Taohua

extension RandomFiles {
  /// The usual settings mostly, else with one that changes what counts.
  package mutating func auditSettings() -> AuditSettings {
    var settings = AuditSettings()
    switch number(0...9) {
    case 0: settings.minimumLength = number(3...9)
    case 1: settings.minimumDocuments = number(2...4)
    case 2: settings.groupsNearDuplicates = false
    case 3: settings.reading.splitsCompilations = false
    case 4: settings.findsVariants = false
    case 5: settings.fullCurve = true
    default: break
    }
    return settings
  }
}
