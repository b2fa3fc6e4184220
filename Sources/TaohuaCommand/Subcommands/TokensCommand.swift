internal import ArgumentParser
internal import PhraseReport
internal import Taohua

/// `taohua tokens`.
struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Prints the tokens that are compared, with their places in the files.")

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Print text, json, or the extracted text that offsets point into.", valueName: "format"))
  var format: String?

  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    let layer = SettingLayer().set(.format, format)
    let settings = try Settings(
      .tokens, common: common, layers: counting.layer, input.layer, layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let inputs = try InputFiles(paths, from: input, settings: settings, fallback: ["."])
    let corpus = try Corpus.reading(inputs, among: paths, settings: settings, progress: progress)
    progress.end()
    let listing = TokenListing(corpus: corpus, settings: settings.audit)
    switch settings.choice(.format, of: TokensFormat.self, default: .text) {
    case .text: try listing.writeText(to: StandardOutput.write)
    case .json: try listing.writeJSON(to: StandardOutput.write)
    case .extracted: try StandardOutput.write(listing.extractedText())
    }
    if !corpus.failures.isEmpty { throw ExitStatus.failure }
  }
}
