internal import ArgumentParser

/// What an audit says, and where it writes it.
struct AuditOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the reports here (default: reports).", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("Print full, json, markdown or html.", valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Write a report to a file: json=out.json, or into a folder: tables=folder, charts=folder. May be repeated.",
      valueName: "format=file"))
  var report: [String] = []

  @Flag(help: "Open the page in the browser when it is written.")
  var open = false

  @Flag(inversion: .prefixedNo, help: "Compute short lengths of the curve for any corpus.")
  var fullCurve: Bool?

  @Option(
    help: ArgumentHelp(
      "Compare the years: each one's share that stands in this many sources before it.",
      valueName: "n"))
  var frame: Int?

  @Option(
    help: ArgumentHelp(
      "Count documents with the same value as one source: series, author, place, year, date or any key that is given.",
      valueName: "key"))
  var countBy: String?

  @Option(help: ArgumentHelp("The date printed in the report, YYYY-MM-DD.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("The language of the reports: en or zh.", valueName: "language"))
  var lang: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Write no titles, paths or names; documents get numbers (default: no).")
  var anonymise: Bool?

  @Flag(inversion: .prefixedNo, help: "Write texts and phrases, not counts only (default: yes).")
  var text: Bool?

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if there are stock phrases, copied passages or near-duplicates: stock, copied, duplicates. May be repeated.",
      valueName: "finding"))
  var failOn: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take so much memory at most, such as 512M or 4G; it never changes the answer (default: half of the machine's).",
      valueName: "size"))
  var memory: String?

  @Option(
    help: ArgumentHelp(
      "Where memory is too little, use a temporary file in this folder.", valueName: "folder"))
  var scratch: String?

  /// What stands on the command line.
  var layer: SettingLayer {
    SettingLayer().set(.output, output).set(.format, format).set(.report, report)
      .set(.fullCurve, fullCurve).set(.date, date).set(.lang, lang).set(.failOn, failOn)
      .set(.countBy, countBy).set(.frame, frame).set(.anonymise, anonymise).set(.text, text)
      .set(.memory, memory).set(.scratch, scratch)
  }
}
