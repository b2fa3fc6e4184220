internal import ArgumentParser
internal import Taohua

/// `taohua audit`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Finds the stock phrases of a corpus.",
    discussion: """
      Reads the files and folders (default: this folder), writes index.html, report.json and \
      report.md into the output folder, and prints a summary. With --format or --report and no \
      --output, nothing but that is written.
      """)

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var options: AuditOptions
  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "What is allowed") var allowing: AllowOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Metadata") var metadata: MetadataOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    let settings = try Settings(
      .audit, common: common, layers: counting.layer, allowing.layer, input.layer, metadata.layer,
      options.layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let run = try AuditRun(settings, options, inputs: paths, progress: progress)
    let inputs = try InputFiles(
      paths, from: input, settings: settings, fallback: ["."], outputs: run.outputs.knownPaths)
    let metadata = try MetadataFile(settings)
    let corpus = try Corpus.reading(
      inputs, among: paths, settings: settings, metadata, memory: MemoryPlan(settings),
      progress: progress)
    try settings.requireMemory(for: corpus)
    metadata?.reportUnused()
    try run.run(corpus, covers: inputs.cover)
  }
}
