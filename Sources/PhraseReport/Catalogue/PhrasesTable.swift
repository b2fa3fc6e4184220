internal import PhraseMining

/// The catalogue on the terminal: a sentence, a table, the one next command.
package struct PhrasesTable {
  /// From this many columns on there is room for every column.
  private static let fullWidth = 60

  private let catalogue: PhraseCatalogue
  private let style: TerminalStyle
  private let width: Int
  private let inputs: [String]

  /// The table as text, each line ended.
  /// - Parameters:
  ///   - catalogue: what is shown.
  ///   - style: whether to colour.
  ///   - width: columns of the terminal; a wide East Asian character takes two.
  ///   - inputs: the paths of the corpus that were named.
  package static func render(
    _ catalogue: PhraseCatalogue, style: TerminalStyle, width: Int = 80, inputs: [String] = []
  ) -> String {
    PhrasesTable(catalogue: catalogue, style: style, width: max(40, width), inputs: inputs).text
  }

  private var text: String {
    let sentence = DisplayText.wrapped(catalogue.sentence, to: width).map(style.bold)
    return [sentence, table, notes, closing].filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var table: [String] {
    guard !catalogue.families.isEmpty else { return [] }
    let words = Words(language: .english)
    let heads = cells([
      words[.sources], words[.places], "Variants", words[.kind], words[.phrase],
    ])
    let rows = catalogue.families.map { cells(cells(of: $0, words)) }
    let widths = heads.indices.map { column in
      ([heads] + rows).map { DisplayText.width(of: $0[column]) }.max() ?? 0
    }
    return [style.dim(row(heads, widths))]
      + zip(rows, catalogue.families).map { cells, family in
        row(cells, widths) { style.marked($0, as: family.kind == .formula ? .stock : .allowed) }
      }
  }

  /// The columns that there is room for: a narrow terminal is for the phrases.
  private func cells(_ all: [String]) -> [String] {
    width < Self.fullWidth ? [all[0], all[1], all[4]] : all
  }

  private func cells(of family: FamilyReport, _ words: Words) -> [String] {
    let sources = NumberText.grouped(catalogue.report.corpus.sources)
    return [
      "\(NumberText.grouped(family.documents))/\(sources)",
      "×\(NumberText.grouped(family.occurrences))",
      NumberText.grouped(family.variants.count),
      words.name(of: family.kind) + (family.kindIsSure ? "" : " ?"),
      DisplayText.clean(TemplateText.readable(family.template)),
    ]
  }

  private func row(
    _ cells: [String], _ widths: [Int], mark: (String) -> String = { $0 }
  ) -> String {
    let phrase = cells.count - 1
    let left = cells.indices.dropLast().map { column in
      // All but the kind are numbers.
      DisplayText.padded(cells[column], to: widths[column], alignsRight: column < 3)
    }
    let start = "  " + left.joined(separator: "  ") + "  "
    let rest = max(1, width - DisplayText.width(of: start))
    return start + mark(DisplayText.truncated(cells[phrase], to: rest))
  }

  /// What a reader must know before he believes the table; nothing of what it does not show.
  private var notes: [String] {
    catalogue.report.notes.filter {
      switch $0 {
      case .nothingFound, .smallCorpus, .minimumLowered, .skipped, .warned, .grouped: true
      case .empty, .curveLeftOut, .pairsLeftOut, .copiesCut, .frameUndated, .allowExpired,
        .allowUnused:
        false
      }
    }.map { DisplayText.truncated($0.text(in: .english), to: width) }
  }

  private var closing: [String] {
    [catalogue.leftOutSentence, next.map { "Next: \(style.bold($0))" }].compactMap(\.self)
  }

  /// The command that shows every place of the first phrase.
  private var next: String? {
    // What came from standard input cannot be read again.
    guard let family = catalogue.families.first, !inputs.contains("-") else { return nil }
    let settings = catalogue.report.settings.countingArguments
    return ([Tool.name, "explain", family.id] + settings + inputs.map(ShellText.quoted))
      .joined(separator: " ")
  }
}
