internal import ArgumentParser

/// `taohua config`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Says which settings hold.",
    subcommands: [ConfigShowCommand.self])
}

/// `taohua config show`.
struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints each setting, its value and where it comes from.",
    discussion: "What it prints is a configuration file; a comment names the origin of a value.")

  @Argument(help: "The name of a command (default: all).")
  var command: CommandName?

  @OptionGroup var common: CommonOptions

  func run() throws {
    for command in command.map({ [$0] }) ?? CommandName.allCases {
      let settings = try Settings(command, common: common)
      try StandardOutput.write(SettingsTable.text(settings))
    }
  }
}

extension CommandName: ExpressibleByArgument {}
