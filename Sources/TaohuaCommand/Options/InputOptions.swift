internal import ArgumentParser

/// How arguments become documents.
struct InputOptions: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Split compilations into their reports (default: split).")
  var split: Bool?

  @Option(
    help: ArgumentHelp(
      "Split files where a line matches: '^第.+篇'.", valueName: "regex"))
  var splitAt: String?

  @OptionGroup(title: "Input") var reading: ReadingOptions

  @Flag(inversion: .prefixedNo, help: "Name documents by absolute paths.")
  var absolutePaths: Bool?

  @Flag(inversion: .prefixedNo, help: "Obey ignore files for paths that are named, too.")
  var forceExclude: Bool?

  @Option(
    help: ArgumentHelp(
      "Of folders read only files that this pattern of .gitignore matches. May be repeated.",
      valueName: "pattern"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp(
      "Of folders leave out what this pattern of .gitignore matches. May be repeated.",
      valueName: "pattern"))
  var exclude: [String] = []

  @Option(
    name: .customLong("files0-from"),
    help: ArgumentHelp("Read further paths from a file, each ended by NUL.", valueName: "file"))
  var files0From: String?

  @Option(help: ArgumentHelp("What standard input, the path -, is called.", valueName: "name"))
  var stdinFilename: String?

  func validate() throws {
    if split == false && splitAt != nil {
      throw ValidationError("--split-at and --no-split exclude each other; give one of them")
    }
  }

  /// What stands on the command line.
  var layer: SettingLayer {
    reading.layer.set(.split, split).set(.splitAt, splitAt).set(.absolutePaths, absolutePaths)
      .set(.forceExclude, forceExclude).set(.include, include).set(.exclude, exclude)
  }
}
