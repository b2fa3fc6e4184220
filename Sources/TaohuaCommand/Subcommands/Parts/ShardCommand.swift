internal import ArgumentParser
internal import PhraseReport
internal import Taohua

/// `taohua shard`.
struct ShardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shard",
    abstract: "Reads a corpus in parts: the first stage of an audit on several machines.",
    discussion: """
      taohua shard work archive/ --splits 8 --plan   writes down which files are read where
      taohua shard work --part 3                     reads one split; without --part all of them

      Then come taohua merge and taohua finish. What is there and whole is not made again; so \
      whatever failed is mended by running the same again.
      """)

  @Argument(help: ArgumentHelp("Where the parts are kept.", valueName: "folder"))
  var folder: String

  @Argument(help: ArgumentHelp("Files and folders, to make a plan of.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Make the plan alone.")
  var plan = false

  @Option(
    help: ArgumentHelp(
      "How many splits (default: 8), or how much each gets of the bytes: 3,1,1.",
      valueName: "n"))
  var splits: String?

  @Option(
    help: ArgumentHelp("How many ranges the merge is cut into (default: 16).", valueName: "n"))
  var ranges: Int?

  @Option(help: ArgumentHelp("Read this split alone, from 1. May be repeated.", valueName: "n"))
  var part: [Int] = []

  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "General") var common: CommonOptions

  private static let usualSplits = 8
  private static let usualRanges = 16
  /// Splits that a plan may have.
  private static let limit = 9_999

  private var makesPlan: Bool { !paths.isEmpty || input.files0From != nil }

  func validate() throws {
    if makesPlan && !part.isEmpty {
      throw ValidationError("--part reads a split of the plan that is there; give it no paths")
    }
    let forPlan =
      plan || splits != nil || ranges != nil || !counting.layer.values.isEmpty
      || !input.layer.values.isEmpty
    if !makesPlan && forPlan {
      throw ValidationError(
        "what is read, how, and in how many parts, stands in the plan; give paths to make a new one"
      )
    }
    if paths.contains("-") {
      throw ValidationError("standard input cannot be read in parts; name files")
    }
    if weights == nil {
      throw ValidationError(
        "--splits must be a number from 1 to \(Self.limit), or shares such as 3,1,1")
    }
    if let ranges, !(1...256).contains(ranges) {
      throw ValidationError("--ranges must be from 1 to 256")
    }
  }

  /// How much of the bytes each split gets; nil where what is given makes no sense.
  private var weights: [Int]? {
    let numbers = (splits ?? "\(Self.usualSplits)").split(
      separator: ",", omittingEmptySubsequences: false
    ).map { Int($0) }
    if numbers.count == 1, let count = numbers[0] {
      return (1...Self.limit).contains(count) ? Array(repeating: 1, count: count) : nil
    }
    let weights = numbers.compactMap { $0 }.filter { (1...1_000_000).contains($0) }
    return weights.count == numbers.count && weights.count <= Self.limit ? weights : nil
  }

  func run() throws {
    // The settings of the audit that this is the first part of.
    let settings = try Settings(.audit, common: common, layers: counting.layer, input.layer)
    let work = PartWork(folder: folder, settings: settings)
    defer { work.progress.end() }
    let parts = try makesPlan ? work.parts(planned: planned(settings)) : work.parts()
    if makesPlan { try work.say(parts.plan) }
    if plan { return }
    for number in part.isEmpty ? Array(1...parts.plan.splitCount) : part {
      try work.makeSplit(number, of: parts)
    }
  }

  private func planned(_ settings: Settings) throws(CommandFailure) -> AuditPlan {
    let outputs = AuditOutputs(
      settings: settings, inputs: paths, namesFolder: false, namesFormat: false)
    let inputs = try InputFiles(
      paths, from: input, settings: settings, outputs: outputs.knownPaths)
    if inputs.cover(WorkingFolder.absolute(folder)) { throw .partsAmongInputs(folder: folder) }
    inputs.skipped.filter(\.isFailure).report()
    if inputs.paths.isEmpty {
      throw .noDocuments(
        looked: paths + [input.files0From].compactMap { $0 },
        passedBy: inputs.skipped.count { !$0.isFailure })
    }
    return AuditPlan(
      inputs.paths, in: WorkingFolder.path, skipped: inputs.skipped, arguments: paths,
      roots: inputs.rootPaths, settings: IndexSettings(settings.audit), weights: weights ?? [1],
      rangeCount: ranges ?? Self.usualRanges)
  }
}
