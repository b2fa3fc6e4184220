internal import ArgumentParser
internal import PhraseReport
internal import Taohua

/// `taohua phrases`.
struct PhrasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phrases",
    abstract: "Searches the catalogue of phrases, and exports it.",
    discussion: """
      taohua phrases 'df:>=3 year:2020.. -kind:term 坚持' --in archive

      All terms of the query must hold; without one all phrases are shown. A leading - negates \
      a term. RANGE is 3, >=3, >3, <=3, <3, 3..10, 3.. or ..10. Case, width and white space of \
      texts and names do not matter.

      df:RANGE       stands in that many sources
      places:RANGE   has that many places
      len:RANGE      has that many tokens
      year:RANGE     stands in a document with such a year in its title, else its id
      doc:NAME       stands in a document whose id contains NAME
      kind:KIND      is a formula, term, title or quotation
      scope:SCOPE    is house (one series alone) or common
      TEXT, "TEXT"   the phrase or a variant contains it
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("What to look for (default: every phrase).", valueName: "query"))
  var query: [String] = []

  @Option(
    name: .customLong("in"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "The corpus: files and folders, after the query (default: this folder).", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show this many; 0 shows all (default: 50 in full, all in other formats).", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("Print full, json, csv, allow or vale.", valueName: "format"))
  var format: String?

  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Metadata") var metadata: MetadataOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    let settings = try Settings(
      .phrases, common: common, layers: counting.layer, input.layer, metadata.layer,
      SettingLayer().set(.in, paths).set(.limit, limit).set(.format, format))
    let filter = try PhraseFilter.reading(query)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let paths = settings.list(.in)
    let inputs = try InputFiles(paths, from: input, settings: settings, fallback: ["."])
    let metadata = try MetadataFile(settings)
    let corpus = try Corpus.reading(
      inputs, among: paths, settings: settings, metadata, progress: progress)
    metadata?.reportUnused()
    let report = Audit.run(corpus, settings: settings.audit, progress: progress.handler)
    progress.end()
    let output = PhrasesOutput(settings: settings, inputs: paths)
    try output.write(PhraseCatalogue(report, filter: filter, limit: output.limit))
    if !corpus.failures.isEmpty { throw ExitStatus.failure }
  }
}

extension PhraseFilter {
  /// The query of the command line: its arguments are terms as if they stood in one.
  fileprivate static func reading(_ arguments: [String]) throws(CommandFailure) -> PhraseFilter {
    let query = try terms(among: arguments).joined(separator: " ")
    do throws(MalformedTerm) {
      return try PhraseFilter(query)
    } catch {
      throw .malformedTerm(error)
    }
  }

  /// A negated term looks like an option, so that the parser hands on every word that it does not
  /// know, the end of the options included.
  private static func terms(
    among arguments: [String]
  ) throws(CommandFailure) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    if let option = arguments[..<end].first(where: { $0.hasPrefix("--") }) {
      let known = SettingName.allCases.filter { $0.commands.contains(.phrases) }
      let nearest = EditDistance.nearest(to: option, among: known.map { "--" + $0.rawValue })
      throw .unknownOption(option, nearest: nearest ?? "")
    }
    return Array(arguments[..<end] + arguments[end...].dropFirst())
  }
}
