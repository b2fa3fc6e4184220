internal import ArgumentParser

/// The options of a check for the baseline's sake.
struct BaselineRunOptions: ParsableArguments {
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup(title: "What drafts are compared with") var reports: ReportOptions
  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "What is allowed") var allowing: AllowOptions

  @Option(
    help: ArgumentHelp(
      "Know shares of stock above this percentage, too.", valueName: "percent"))
  var maxStock: Double?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Metadata") var metadata: MetadataOptions
  @OptionGroup(title: "General") var common: CommonOptions

  /// What stands on the command line.
  var layer: SettingLayer {
    [
      baseline.layer, reports.layer, counting.layer, allowing.layer, input.layer, metadata.layer,
    ]
    .reduce(SettingLayer().set(.maxStock, maxStock)) { $0.merging($1) }
  }
}
