internal import ArgumentParser

/// The options of every command that reads documents.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read the settings from this file.", valueName: "file"))
  var config: String?

  @Flag(name: .customLong("no-config"), help: "Read no configuration file.")
  var ignoresConfiguration = false

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: String?

  @Flag(inversion: .prefixedNo, help: "Print results alone: no progress.")
  var quiet: Bool?

  @Option(help: ArgumentHelp("Threads; they never change the answer.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if config != nil && ignoresConfiguration {
      throw ValidationError("--config and --no-config exclude each other; give one of them")
    }
  }

  /// What stands on the command line.
  var layer: SettingLayer { SettingLayer().set(.color, color).set(.quiet, quiet).set(.jobs, jobs) }
}
