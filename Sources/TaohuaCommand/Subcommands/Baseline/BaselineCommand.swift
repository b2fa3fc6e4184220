internal import ArgumentParser

/// `taohua baseline`.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Writes down the findings that are known, so that new ones are seen.",
    discussion: """
      taohua baseline write docs/ --against archive/
      taohua check docs/ --against archive/

      Afterwards check fails for new findings alone. The baseline may only shrink, unless asked.
      """,
    subcommands: [BaselineWriteCommand.self, BaselinePruneCommand.self, BaselineShowCommand.self])
}
