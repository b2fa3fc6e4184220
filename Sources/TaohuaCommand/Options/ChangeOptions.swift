internal import ArgumentParser

/// Which change of the repository is checked.
struct ChangeOptions: ParsableArguments {
  @Flag(help: "Check what is staged in git, and what of it is new; drafts named narrow it.")
  var staged = false

  @Option(
    help: ArgumentHelp(
      "Check what was changed since this commit and the current one parted.",
      valueName: "commit"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Seconds that the index of the last commit may take (default: 5); 0 is no limit.",
      valueName: "seconds"))
  var indexBudget: Int?

  /// Whether a change is checked, rather than the drafts as they are.
  var isGiven: Bool { staged || since != nil }

  /// What stands on the command line.
  var layer: SettingLayer { SettingLayer().set(.indexBudget, indexBudget) }

  var scope: ChangeSet.Scope { ChangeSet.Scope(isStaged: staged, since: since) }
}
