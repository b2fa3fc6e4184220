package import Taohua

extension ReadingSettings {
  /// Files are documents, whatever they look like.
  package static var whole: ReadingSettings {
    var settings = ReadingSettings()
    settings.splitsCompilations = false
    return settings
  }
}
