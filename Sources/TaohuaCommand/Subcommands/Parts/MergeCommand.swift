internal import ArgumentParser
internal import Taohua

/// `taohua merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Groups what several splits have in common: the second stage, after taohua shard.",
    discussion: """
      taohua merge work --part 3   groups the windows of one range of hashes of all splits

      Without --part all of them, one after another. What is there and whole is not made again.
      """)

  @Argument(help: ArgumentHelp("The folder of taohua shard.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("Merge this range alone, from 1. May be repeated.", valueName: "n"))
  var part: [Int] = []

  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    let work = PartWork(folder: folder, settings: try Settings(.audit, common: common))
    defer { work.progress.end() }
    let parts = try work.parts()
    for number in part.isEmpty ? Array(1...parts.plan.rangeCount) : part {
      try work.makeRange(number, of: parts)
    }
  }
}
