internal import ArgumentParser

/// What makes a check exit with 1, and what it leaves out.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Which findings can fail: new (default), any or never.", valueName: "which"))
  var failOn: String?

  @Option(
    help: ArgumentHelp(
      "Fail if more than this percentage of a draft is stock.", valueName: "percent"))
  var maxStock: Double?

  @Option(
    help: ArgumentHelp(
      "Fail if a draft has more copied tokens than this (default: if it has a copied passage).",
      valueName: "n"))
  var maxBorrowed: Int?

  @Option(
    help: ArgumentHelp("Leave out findings below note, warning or error.", valueName: "severity"))
  var minSeverity: String?

  /// What stands on the command line.
  var layer: SettingLayer {
    SettingLayer().set(.failOn, failOn).set(.maxStock, maxStock).set(.maxBorrowed, maxBorrowed)
      .set(.minSeverity, minSeverity)
  }
}
