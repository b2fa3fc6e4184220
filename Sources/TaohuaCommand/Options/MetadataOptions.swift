internal import ArgumentParser

/// What is known of the documents beside their text.
struct MetadataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A CSV table with titles, places, years and other keys of the documents.", valueName: "file"))
  var metadata: String?

  /// What stands on the command line.
  var layer: SettingLayer { SettingLayer().set(.metadata, metadata) }
}
