internal import Glibc
internal import PhraseReport
internal import Taohua
internal import TextIngest

extension Settings {
  /// The settings of `command` from its options, the environment and the configuration file.
  init(
    _ command: CommandName, common: CommonOptions, layers: SettingLayer...
  ) throws(CommandFailure) {
    let file: ConfigurationFile?
    if let path = common.config {
      file = try ConfigurationSearch.named(path)
    } else if common.ignoresConfiguration {
      file = nil
    } else {
      file = try ConfigurationSearch.nearest(to: WorkingFolder.path)
    }
    let options = layers.reduce(common.layer) { $0.merging($1) }
    try self.init(
      command, options: options.values, environment: SettingEnvironment.settings(), file: file)
  }

  /// What the library counts with.
  var audit: AuditSettings {
    var result = AuditSettings()
    result.minimumLength = integer(.minLength)
    result.minimumDocuments = integer(.minDocuments)
    result.groupsNearDuplicates = flag(.group)
    result.reading = reading
    result.fullCurve = flag(.fullCurve)
    result.frame = integer(.frame)
    result.findsVariants = flag(.variants)
    result.countBy = text(.countBy).map { CountingKey(rawValue: MetadataKey.canonical($0)) }
    result.date = text(.date)
    result.jobs = jobs
    return result
  }

  /// How files are read.
  var reading: ReadingSettings {
    var result = ReadingSettings()
    result.splitsCompilations = flag(.split)
    result.encoding = text(.encoding)
    result.splitPattern = text(.splitAt)
    result.sizeLimit = text(.maxFileSize).flatMap { MemorySize($0)?.bytes } ?? result.sizeLimit
    result.foldsScript = flag(.foldScript)
    result.slots = SlotClasses(list(.slots)).list
    return result
  }

  /// Threads.
  var jobs: Int { integer(.jobs) ?? Processors.count }

  /// The look of standard output.
  var style: TerminalStyle {
    let choice = choice(.color, of: ColorChoice.self, default: .auto)
    return TerminalStyle(isColored: choice.isColored(STDOUT_FILENO))
  }
}
