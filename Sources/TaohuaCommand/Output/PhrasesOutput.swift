internal import PhraseReport

/// Prints the catalogue in the format of the settings.
struct PhrasesOutput {
  /// What one looks through on a terminal.
  private static let fullLimit = 50

  private let settings: Settings
  private let format: PhrasesFormat
  private let inputs: [String]

  /// - Parameter inputs: the paths of the corpus that were named.
  init(settings: Settings, inputs: [String]) {
    self.settings = settings
    self.inputs = inputs
    format = settings.choice(.format, of: PhrasesFormat.self, default: .full)
  }

  /// The most families that are shown; nil for all. An export is whole unless the user cuts it.
  var limit: Int? {
    guard let limit = settings.integer(.limit) else {
      return format == .full ? PhrasesOutput.fullLimit : nil
    }
    return limit == 0 ? nil : limit
  }

  /// Prints `catalogue`; beside an export, what it leaves out or why it is empty goes to standard
  /// error.
  func write(_ catalogue: PhraseCatalogue) throws {
    switch format {
    case .full:
      try StandardOutput.write(
        PhrasesTable.render(
          catalogue, style: settings.style, width: Terminal.width, inputs: inputs))
      return
    case .json: try PhrasesJSON.write(catalogue, to: StandardOutput.write)
    case .csv: try StandardOutput.write(PhrasesCSV.render(catalogue))
    case .allow: try StandardOutput.write(PhrasesAllowList.render(catalogue))
    case .vale: try StandardOutput.write(PhrasesVale.render(catalogue))
    }
    if catalogue.matching == 0 { StandardError.warn(catalogue.sentence) }
    if let sentence = catalogue.leftOutSentence { StandardError.warn(sentence) }
  }
}
