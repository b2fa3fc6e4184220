internal import ArgumentParser

/// What is allowed.
struct AllowOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count the wording of this list apart (default: .taohua/allow.toml).", valueName: "file"))
  var allow: String?

  @Flag(inversion: .prefixedNo, help: "Use the allow list (default: yes).")
  var allowList: Bool?

  @Option(
    help: ArgumentHelp(
      "Count the text of this blank form apart. May be repeated.", valueName: "file"))
  var template: [String] = []

  /// What stands on the command line.
  var layer: SettingLayer {
    SettingLayer().set(.allow, allow).set(.allowList, allowList).set(.template, template)
  }
}
