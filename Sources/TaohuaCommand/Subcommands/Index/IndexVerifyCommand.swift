internal import ArgumentParser
internal import CorpusIndex

/// `taohua index verify`.
struct IndexVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Compares every block of the index with its checksum.")

  @OptionGroup(title: "Index") var options: IndexOptions

  func run() throws {
    let settings = try Settings(.index, common: options.common, layers: options.layer)
    let work = try IndexWork(settings, isNew: false, progress: ProgressLine(isQuiet: true))
    do throws(IndexError) {
      try IndexFolder(work.location.folder).verify()
    } catch {
      throw CommandFailure.index(error)
    }
    if !settings.flag(.quiet) { try StandardOutput.write("\(work.location.folder): sound\n") }
  }
}
