internal import PhraseMining

/// What an audit says on the terminal: one screen of 24 lines.
package struct AuditSummary {
  private static let lines = 24
  private static let familyLimit = 10

  private let report: AuditReport
  private let style: TerminalStyle
  private let width: Int
  private let words: Words
  private let outputs: [String]
  private let inputs: [String]

  /// The summary as text, each line ended.
  /// - Parameters:
  ///   - report: What is summed up.
  ///   - style: Whether to colour.
  ///   - width: Columns of the terminal; a wide East Asian character takes two.
  ///   - language: Of the words.
  ///   - outputs: Paths of the files that were written.
  ///   - inputs: The paths that were named on the command line.
  package static func render(
    _ report: AuditReport, style: TerminalStyle, width: Int = 80,
    language: ReportLanguage = .english, outputs: [String] = [],
    inputs: [String] = []
  ) -> String {
    AuditSummary(
      report: report, style: style, width: max(40, width), words: Words(language: language),
      outputs: outputs, inputs: inputs
    ).text
  }

  private var text: String {
    let headline = DisplayText.wrapped(
      Headline(report: report, words: words).sentence, to: width
    ).map(style.bold)
    let notes = report.notes.filter { $0 != .empty }.map {
      DisplayText.truncated($0.text(in: words.language), to: width)
    }
    let groups = [numbers, notes, closing]
    let used = ([headline] + groups).reduce(0) { $0 + $1.count + ($1.isEmpty ? 0 : 1) }
    let families = familyTable(limit: min(Self.familyLimit, max(3, Self.lines - used - 1)))
    return [headline, numbers, families, notes, closing].filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  /// Three numbers, each with what it counts.
  private var numbers: [String] {
    guard report.corpus.tokens > 0 else { return [] }
    let headline = Headline(report: report, words: words)
    var values = headline.values
    values["n"] = .number(report.families.count)
    let phrases = words(.summaryPhrases, values)
    values["n"] = .number(report.corpus.documents)
    values["share"] = values["originalShare"]
    let rows = [
      (report.families.count, phrases),
      (report.corpus.classes[.stock], words(.summaryStock, values)),
      (report.corpus.classes[.original], words(.summaryOriginal, values)),
    ]
    let columns = rows.map { NumberText.grouped($0.0).count }.max() ?? 0
    return rows.map { number, text in
      let number = DisplayText.padded(NumberText.grouped(number), to: columns, alignsRight: true)
      return "  " + style.bold(number) + " "
        + DisplayText.truncated(text, to: width - columns - 3)
    }
  }

  private func familyTable(limit: Int) -> [String] {
    guard !report.families.isEmpty else { return [] }
    let sources = NumberText.grouped(report.corpus.sources)
    let heads = [words[.sources], words[.places], words[.phrase]]
    let rows = report.families.prefix(limit).map { family in
      [
        "\(NumberText.grouped(family.documents))/\(sources)",
        "×\(NumberText.grouped(family.occurrences))",
        DisplayText.clean(TemplateText.readable(family.template)),
      ]
    }
    let columns = (0..<2).map { column in
      ([heads] + rows).map { DisplayText.width(of: $0[column]) }.max() ?? 0
    }
    return [style.dim(row(heads, columns))]
      + zip(rows, report.families).map { cells, family in
        row(cells, columns) { style.marked($0, as: family.kind == .formula ? .stock : .allowed) }
      }
  }

  private func row(
    _ cells: [String], _ columns: [Int], mark: (String) -> String = { $0 }
  ) -> String {
    let first = DisplayText.padded(cells[0], to: columns[0], alignsRight: true)
    let second = DisplayText.padded(cells[1], to: columns[1], alignsRight: true)
    let rest = width - columns[0] - columns[1] - 6
    return "  \(first)  \(second)  " + mark(DisplayText.truncated(cells[2], to: rest))
  }

  /// Where the report is, and the one next command.
  private var closing: [String] {
    var lines: [String] = []
    if !outputs.isEmpty {
      let paths = outputs.map { DisplayText.clean($0) }.joined(separator: " ")
      lines += DisplayText.wrapped(words(.written, ["paths": .text(paths)]), to: width)
    }
    if let next { lines.append(words(.next, ["command": .text(style.bold(next))])) }
    return lines
  }

  /// The option that would find more, where nothing was found.
  private var widerSearch: String? {
    let settings = report.settings
    let longest = report.corpus.longestSharedRun
    if settings.minimumDocuments > 2 { return "--min-documents 2" }
    if settings.groupsNearDuplicates && !report.corpus.duplicates.isEmpty { return "--no-group" }
    return longest > 1 && longest < settings.shingleLength.unspaced
      ? "--min-length \(longest)" : nil
  }

  private var next: String? {
    if report.corpus.tokens == 0 { return nil }
    // What came from standard input cannot be read again.
    if inputs.contains("-") { return nil }
    let paths = inputs.map(ShellText.quoted)
    let command: [String]
    if let family = report.families.first {
      command = ["explain", family.id] + report.settings.countingArguments
    } else if let widerSearch {
      command = ["audit", widerSearch]
    } else {
      return nil
    }
    return ([Tool.name] + command + paths).joined(separator: " ")
  }
}

extension ReportSettings {
  /// The arguments that change what counts, as `explain` takes them.
  var countingArguments: [String] {
    let others = ["--full-curve", "--anonymise", "--no-text"]
    var arguments = arguments.filter { !others.contains($0) }
    for option in ["--frame", "--date"] {
      guard let index = arguments.firstIndex(of: option) else { continue }
      arguments.removeSubrange(index...index + 1)
    }
    return arguments
  }
}
