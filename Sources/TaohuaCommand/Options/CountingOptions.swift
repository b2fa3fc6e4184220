internal import ArgumentParser

/// What counts as a stock phrase.
struct CountingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The shortest phrase, in tokens (default: 6 characters, 5 words).", valueName: "n"))
  var minLength: Int?

  @Option(
    help: ArgumentHelp(
      "In how many sources a phrase must stand (default: 1 %, at least 3).", valueName: "n"))
  var minDocuments: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Count near-duplicate documents as one source (default: group).")
  var group: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Find edited places of phrases too (default: variants).")
  var variants: Bool?

  /// What stands on the command line.
  var layer: SettingLayer {
    SettingLayer().set(.minLength, minLength).set(.minDocuments, minDocuments).set(.group, group)
      .set(.variants, variants)
  }
}
