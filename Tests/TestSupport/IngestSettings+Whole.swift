package import TextIngest

extension IngestSettings {
  /// A file is one document, whatever it holds.
  package static let whole: IngestSettings = {
    var settings = IngestSettings()
    settings.splitsCompilations = false
    return settings
  }()
}
