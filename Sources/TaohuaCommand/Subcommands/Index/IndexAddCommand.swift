internal import ArgumentParser
internal import CorpusIndex
internal import Taohua

/// `taohua index add`.
struct IndexAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds files, or what has changed of them.",
    discussion: "Files that are as they were are not read again.")

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"))
  var paths: [String]

  @OptionGroup(title: "Index") var options: IndexOptions

  func run() throws {
    let settings = try Settings(.index, common: options.common, layers: options.layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let work = try IndexWork(settings, isNew: false, progress: progress)
    let base = work.location.base(of: try work.manifest())
    let files = try work.files(paths, base: base)
    let change = try work.write { indexer throws(IndexError) in
      try indexer.add(files.paths, skipped: files.skipped, roots: files.rootPaths, base: base)
    }
    try work.report(change)
  }
}
