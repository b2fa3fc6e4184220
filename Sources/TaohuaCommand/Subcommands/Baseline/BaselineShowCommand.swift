internal import ArgumentParser
internal import PhraseReport
internal import Taohua
internal import TextIngest

/// `taohua baseline show`.
struct BaselineShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Lists the known findings in words.")

  @Argument(help: ArgumentHelp("Files and folders (default: all).", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var baseline: BaselineOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    let settings = try Settings(.baseline, common: common, layers: baseline.layer)
    guard let store = try BaselineStore(settings) else {
      throw CommandFailure.noBaseline(BaselineStore.name)
    }
    let wanted = paths.map { LexicalPath.normalised(WorkingFolder.absolute($0), in: store.folder) }
    let entries = store.baseline.entries.filter { entry in
      wanted.isEmpty || wanted.contains { $0 == "/" || covers($0, entry.path, store.folder) }
    }
    try StandardOutput.write(BaselineListing.render(entries))
  }

  /// Whether `path` is `wanted` or lies in it; the folder of the project itself has no relative name.
  private func covers(_ wanted: String, _ path: String, _ folder: String) -> Bool {
    wanted == folder || path == wanted || path.hasPrefix(wanted + "/")
  }
}

/// The known findings for people: file by file, a line each.
enum BaselineListing {
  static func render(_ entries: [Baseline.Entry]) -> String {
    let files = Dictionary(grouping: entries, by: \.path)
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let text = files.map { path, entries in
      DisplayText.clean(path) + "\n" + entries.sorted(by: isBefore).map(line).joined()
    }.joined(separator: "\n")
    let findings = entries.reduce(0) { $0 + $1.count }
    let total =
      "\(CountedNoun.of(findings, "known finding")) in \(CountedNoun.of(files.count, "file"))\n"
    return text.isEmpty ? total : text + "\n" + total
  }

  private static func line(_ entry: Baseline.Entry) -> String {
    let rule = DisplayText.padded("\(entry.rule.rawValue) \(entry.rule.name)", to: 20)
    let count = entry.count > 1 ? " (\(entry.count) times)" : ""
    return "  \(rule)  \(DisplayText.clean(entry.words))\(count)\n"
  }

  private static func isBefore(_ left: Baseline.Entry, _ right: Baseline.Entry) -> Bool {
    (left.rule.rawValue, left.words, left.fingerprint)
      < (right.rule.rawValue, right.words, right.fingerprint)
  }
}
