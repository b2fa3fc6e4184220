internal import ArgumentParser

/// `taohua index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Keeps earlier reports on disk, so that drafts are checked in a moment.",
    discussion: """
      taohua index build archive/
      taohua check draft.md

      The index is .taohua/index in the working folder, or the one that --index names.
      """,
    subcommands: [
      IndexBuildCommand.self, IndexAddCommand.self, IndexRemoveCommand.self,
      IndexRefreshCommand.self, IndexListCommand.self, IndexVerifyCommand.self,
    ])
}

/// Options of all commands that have to do with an index.
struct IndexOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of the index (default: .taohua/index).", valueName: "folder"))
  var index: String?

  @OptionGroup(title: "General") var common: CommonOptions

  /// What stands on the command line.
  var layer: SettingLayer { SettingLayer().set(.index, index) }
}
