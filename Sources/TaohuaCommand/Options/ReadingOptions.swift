internal import ArgumentParser

/// How bytes become tokens.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of all text files (default: each one's own).", valueName: "name"))
  var encoding: String?

  @Flag(inversion: .prefixedNo, help: "Compare simplified and traditional Chinese as equal.")
  var foldScript: Bool?

  /// What stands on the command line.
  var layer: SettingLayer { SettingLayer().set(.encoding, encoding).set(.foldScript, foldScript) }
}
