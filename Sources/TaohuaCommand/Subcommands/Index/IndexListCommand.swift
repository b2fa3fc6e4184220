internal import ArgumentParser
internal import CorpusIndex
internal import PhraseReport

/// `taohua index list`.
struct IndexListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the files of the index with their tokens.")

  @Option(help: ArgumentHelp("Print full or json.", valueName: "format"))
  var format: String?

  @OptionGroup(title: "Index") var options: IndexOptions

  func run() throws {
    let settings = try Settings(
      .index, common: options.common, layers: options.layer, SettingLayer().set(.format, format))
    let progress = ProgressLine(isQuiet: true)
    let work = try IndexWork(settings, isNew: false, progress: progress)
    do throws(IndexError) {
      let snapshot = try IndexFolder(work.location.folder).snapshot()
      try print(snapshot, settings)
    } catch {
      throw CommandFailure.index(error)
    }
  }

  private func print(_ snapshot: IndexSnapshot, _ settings: Settings) throws(IndexError) {
    let files = snapshot.manifest.entries.map { snapshot.file($0) }
    let text =
      switch settings.choice(.format, of: IndexFormat.self, default: .full) {
      case .full:
        files.map { file in
          "\(file.tokenCounts.reduce(0, +))\t\(DisplayText.clean(file.path))\n"
        }.joined()
      case .json: json(files, snapshot.manifest)
      }
    do {
      try StandardOutput.write(text)
    } catch {
      throw .system(file: "standard output", errno: 0)
    }
  }

  private func json(_ files: [StoredFile], _ manifest: Manifest) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.head(schema: "taohua.index/1")
    json.newline()
    json.field("generation", manifest.generation)
    json.field("isCurrent", manifest.isCurrent)
    json.field("settings", manifest.settings)
    json.newline()
    json.array("files", files) { json, file in
      json.newline()
      json.object {
        $0.field("path", file.path)
        $0.field("hash", file.hash.hexadecimal)
        $0.field("documents", file.tokenCounts.count)
        $0.field("tokens", file.tokenCounts.reduce(0, +))
      }
    }
    json.end()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

enum IndexFormat: String, CaseIterable { case full, json }
