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

  /// Whether a change is checked, rather than the drafts as they are.
  var isGiven: Bool { staged || since != nil }

  var scope: ChangeSet.Scope { ChangeSet.Scope(isStaged: staged, since: since) }
}
