internal import ArgumentParser
internal import CorpusIndex
internal import PhraseReport
internal import Taohua
internal import TextIngest

/// `taohua index refresh`.
struct IndexRefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Brings the index up to date with the files and folders that it was made of.",
    discussion: """
      New and changed files are read, files that are gone are removed, and the phrases are found anew if \
      anything changed.
      """)

  @OptionGroup(title: "Index") var options: IndexOptions

  func run() throws {
    let settings = try Settings(.index, common: options.common, layers: options.layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let work = try IndexWork(settings, isNew: false, progress: progress)
    let manifest = try work.manifest()
    let base = work.location.base(of: manifest)
    // What was named once and is gone is what a refresh is for.
    let roots = manifest.roots.map { base.path(ofRoot: $0) }.filter { FileSystem.exists($0) }
    let files = try work.files(roots, base: base)
    let change = try work.write { indexer throws(IndexError) in
      try indexer.refresh(
        files.paths, skipped: files.skipped, base: base, progress: progress.handler)
    }
    try work.report(change)
  }
}
