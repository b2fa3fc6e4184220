internal import ArgumentParser
internal import ShingleEngine
internal import Taohua
internal import TextIngest

/// `taohua finish`.
struct FinishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finish",
    abstract:
      "Finds the stock phrases of what was read in parts: the last stage, after taohua merge.",
    discussion: """
      Writes what taohua audit writes of the same paths and settings, byte for byte. What changes \
      tokens and counts stands in the plan of taohua shard; everything else is an option here.
      """)

  @Argument(help: ArgumentHelp("The folder of taohua shard.", valueName: "folder"))
  var folder: String

  @OptionGroup var options: AuditOptions
  @OptionGroup(title: "What is allowed") var allowing: AllowOptions
  @OptionGroup(title: "Metadata") var metadata: MetadataOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    let settings = try Settings(
      .audit, common: common, layers: allowing.layer, metadata.layer, options.layer)
    let work = PartWork(folder: folder, settings: settings)
    defer { work.progress.end() }
    let parts = try work.parts()
    let plan = parts.plan
    var run = try AuditRun(
      settings, options, inputs: plan.arguments, progress: work.progress)
    run.auditSettings = plan.settings.applied(to: settings.audit)
    let metadata = try MetadataFile(settings)
    var (corpus, windows) = try work.joined(parts)
    corpus.complete(plan.skipped, metadata)
    work.progress.pause()
    try corpus.review(among: plan.arguments)
    try settings.requireMemory(for: corpus)
    metadata?.reportUnused()
    let roots = plan.roots.map { LexicalPath.components(of: $0, in: "/") }
    try run.run(corpus, windows: windows) { LexicalPath.lies($0, inOneOf: roots) }
    parts.removeRemains()
  }
}
