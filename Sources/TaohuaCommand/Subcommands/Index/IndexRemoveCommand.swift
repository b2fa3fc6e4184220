internal import ArgumentParser
internal import CorpusIndex
internal import Taohua
internal import TextIngest

/// `taohua index remove`.
struct IndexRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Takes files out of the index.",
    discussion: """
      Paths are files or folders, there or not. Their text stays on the disk until segments are merged; \
      --purge writes them anew, so that no byte of it is left.
      """)

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Leave no byte of what was removed on the disk.")
  var purge = false

  @OptionGroup(title: "Index") var options: IndexOptions

  func validate() throws {
    if paths.isEmpty && !purge { throw ValidationError("name the files to remove") }
  }

  func run() throws {
    let settings = try Settings(.index, common: options.common, layers: options.layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let work = try IndexWork(settings, isNew: false, progress: progress)
    let base = work.location.base(of: try work.manifest())
    let names = paths.map { LexicalPath.normalised(WorkingFolder.absolute($0), in: base.folder) }
    let purge = purge
    let change = try work.write { indexer throws(IndexError) in
      try indexer.remove(names, purge: purge)
    }
    try work.report(change)
  }
}
