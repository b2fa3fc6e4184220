internal import ArgumentParser

/// How bytes become tokens.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of all text files (default: each one's own).", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "Leave out files of more bytes: 10M, 2G (default: 1G).", valueName: "size"))
  var maxFileSize: String?

  @Flag(inversion: .prefixedNo, help: "Compare simplified and traditional Chinese as equal.")
  var foldScript: Bool?

  @Option(
    help: ArgumentHelp(
      "What is a slot: all (default), none, or classes of number, date, time, ordinal, amount, blank, "
        + "email, url and document-number; no-date is all but dates.",
      valueName: "classes"))
  var slots: String?

  /// What stands on the command line.
  var layer: SettingLayer {
    SettingLayer().set(.encoding, encoding).set(.maxFileSize, maxFileSize)
      .set(.foldScript, foldScript)
      .set(.slots, slots?.split(separator: ",").map { String($0) } ?? [])
  }
}
