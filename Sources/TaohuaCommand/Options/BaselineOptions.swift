internal import ArgumentParser

/// Which findings are known.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The findings that are known (default: .taohua/baseline, here or above); none for none.",
      valueName: "file"))
  var baseline: String?

  /// What stands on the command line.
  var layer: SettingLayer { SettingLayer().set(.baseline, baseline) }
}
