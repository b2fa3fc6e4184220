internal import ArgumentParser

/// What drafts are compared with.
struct ReportOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Earlier reports: files and folders, after the drafts.", valueName: "path"))
  var against: [String] = []

  @Option(
    help: ArgumentHelp(
      "The index of earlier reports (default: .taohua/index, here or above).", valueName: "folder"))
  var index: String?

  @Option(
    help: ArgumentHelp(
      "What makes a corpus file the draft itself: path, content, path,content or none.",
      valueName: "how"))
  var excludeSelf: String?

  @Option(
    help: ArgumentHelp(
      "Compare with reports from before this day, YYYY-MM-DD; the allow list is that of the day.",
      valueName: "date"))
  var asOf: String?

  /// What stands on the command line.
  var layer: SettingLayer {
    let exclusions = excludeSelf?.split(separator: ",").map { String($0) } ?? []
    return SettingLayer().set(.against, against).set(.index, index)
      .set(.excludeSelf, exclusions).set(.asOf, asOf)
  }
}
