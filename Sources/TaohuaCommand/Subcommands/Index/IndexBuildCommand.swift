internal import ArgumentParser
internal import CorpusIndex
internal import Taohua

/// `taohua index build`.
struct IndexBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Makes the index of files and folders.",
    discussion: "An index that is there is replaced when the new one is complete.")

  @Argument(help: ArgumentHelp("Files and folders (default: this folder).", valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Index") var options: IndexOptions

  func run() throws {
    let settings = try Settings(
      .index, common: options.common, layers: counting.layer, input.layer, options.layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let work = try IndexWork(settings, isNew: true, progress: progress)
    let named = paths.isEmpty && input.files0From == nil ? ["."] : paths
    let files = try InputFiles(named, from: input, settings: settings)
    guard !files.paths.isEmpty else {
      throw work.nothing(files.skipped, among: named)
    }
    let change = try work.write { indexer throws(IndexError) in
      try indexer.build(
        files.paths, skipped: files.skipped, roots: files.rootPaths,
        base: work.location.base(ofNew: WorkingFolder.path),
        settings: IndexSettings(settings.audit), progress: progress.handler)
    }
    if change.added.isEmpty { throw work.nothing(change.skipped, among: named) }
    try work.report(change)
  }
}
