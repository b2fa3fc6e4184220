internal import ArgumentParser
internal import Evaluation

/// `taohua evaluate`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures results against the truth, as the literature does.",
    discussion: """
      taohua evaluate pairs/ compared.jsonl
      taohua evaluate labelled/ report.json
      taohua evaluate coder1.tsv coder2.tsv

      Passages: TRUTH is a folder with gold.tsv, susp/ and src/, or with PAN files; RESULT is what \
      taohua compare --pairs prints, or a folder of PAN files. Stock phrases: TRUTH is a folder with \
      gold.tsv, families.tsv and docs/; RESULT is what taohua audit --format json prints. Coding \
      sheets: one or two that taohua sample wrote and people filled in.
      """)

  @Argument(
    help: ArgumentHelp("The truth and the result; or one or two sheets.", valueName: "truth"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The report that coding sheets are compared with (default: reports/report.json).",
      valueName: "file"))
  var report: String?

  @Flag(help: "A passage found at another copy of the same source text counts as wrong.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Write the passages found into this folder as PAN files.", valueName: "folder")
  )
  var pan: String?

  @Option(help: ArgumentHelp("Print full or json.", valueName: "format"))
  var format: String?

  @OptionGroup(title: "General") var common: CommonOptions

  private static let onlyForPassages = ValidationError("--strict and --pan are for passages alone")

  /// Whether the paths are coding sheets: a truth is a folder.
  private var areSheets: Bool {
    report != nil
      || paths.first.map { SmallFile.exists($0) && !EvaluationFile.isFolder($0) } == true
  }

  func validate() throws {
    if !areSheets && paths.count != 2 {
      throw ValidationError("a truth and a result are needed: taohua evaluate TRUTH RESULT")
    }
    if areSheets && !(1...2).contains(paths.count) {
      throw ValidationError("one or two sheets are compared with a report")
    }
    if areSheets && (strict || pan != nil) { throw Self.onlyForPassages }
  }

  func run() throws {
    let settings = try Settings(
      .evaluate, common: common, layers: SettingLayer().set(.format, format))
    let isJSON = settings.choice(.format, of: EvaluateFormat.self, default: .full) == .json
    if areSheets {
      try evaluateSheets(reportOfSheets(), isJSON: isJSON)
    } else if !EvaluationFile.isFolder(paths[0]) {
      throw CommandFailure.unreadable(path: paths[0], reason: "no such folder")
    } else if StockInputs.isTruth(paths[0]) {
      if strict || pan != nil { throw Self.onlyForPassages }
      let evaluation = try StockInputs.evaluate(folder: paths[0], report: paths[1])
      try StandardOutput.write(
        isJSON
          ? EvaluationJSON.render(evaluation) : Array(EvaluationText.render(evaluation).utf8))
    } else {
      try evaluatePassages(isJSON: isJSON)
    }
  }

  /// The report that sheets are compared with.
  private func reportOfSheets() throws(CommandFailure) -> String {
    if let report { return report }
    let usual = "reports/report.json"
    if SmallFile.exists(usual) { return usual }
    throw .unreadable(
      path: usual, reason: "no such file; taohua audit writes it, --report names another")
  }

  private func evaluatePassages(isJSON: Bool) throws {
    let inputs = try PassageInputs(folder: paths[0], result: paths[1])
    let evaluation = PassageEvaluation(
      detections: strict ? inputs.detections : try inputs.moved(), comparedPairs: inputs.pairs,
      truth: inputs.truth)
    if let pan { try inputs.writePAN(to: pan) }
    try StandardOutput.write(
      isJSON ? EvaluationJSON.render(evaluation) : Array(EvaluationText.render(evaluation).utf8))
  }

  private func evaluateSheets(_ report: String, isJSON: Bool) throws {
    let tool = try EvaluationFile.parsed(report) { content throws(FormatError) in
      try ToolVerdicts(JSONField(try JSONParser.parse(content)))
    }
    var sheets: [CodedSheet] = []
    for path in paths {
      sheets.append(
        try EvaluationFile.parsed(path) { content throws(FormatError) in try CodedSheet(content) })
    }
    let evaluation = SheetEvaluation(sheets, tool: tool)
    try StandardOutput.write(
      isJSON
        ? EvaluationJSON.render(evaluation, names: paths)
        : Array(EvaluationText.render(evaluation, names: paths).utf8))
  }
}
