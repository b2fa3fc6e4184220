package import Taohua
package import TextIngest

extension IngestSettings {
  /// A file is one document, whatever it holds.
  package static let whole: IngestSettings = {
    var settings = IngestSettings()
    settings.splitsCompilations = false
    return settings
  }()
}

extension ReadingSettings {
  /// A file is one document, whatever it holds.
  package static let whole: ReadingSettings = {
    var settings = ReadingSettings()
    settings.splitsCompilations = false
    return settings
  }()
}
