/// The sections after the documents: what is alike, what was not read, how it was made.
extension MarkdownPage {
  /// The groups of near-duplicate documents.
  var duplicates: String {
    let groups = report.corpus.duplicates
    var text = "## \(words[.duplicates])\n"
    if let cut = cut(groups.count) { text += "\n\(cut)\n" }
    for (index, group) in groups.prefix(AuditMarkdown.rowLimit).enumerated() {
      text += "\n\(words(.duplicateGroup, ["n": .number(index + 1)]))\n\n"
      for document in group.prefix(AuditMarkdown.rowLimit) {
        text += "- \(MarkdownText.escaped(report.documents[document].id))\n"
      }
      if let cut = cut(group.count) { text += "\n\(cut)\n" }
    }
    return text
  }

  /// Pairs of documents with a copied passage, those with most tokens first.
  var pairs: String {
    var table = MarkdownTable(columns: [
      .init(title: words[.tokens], alignsRight: true),
      .init(title: words[.passages], alignsRight: true), .init(title: words[.bothDocuments]),
    ])
    let sorted = report.pairs.enumerated().sorted {
      ($1.element.sharedTokens, $0.offset) < ($0.element.sharedTokens, $1.offset)
    }
    for (_, pair) in sorted.prefix(AuditMarkdown.rowLimit) {
      let names = [pair.left, pair.right].map {
        MarkdownText.escaped(report.documents[$0].id)
      }
      table.rows.append([
        NumberText.grouped(pair.sharedTokens), NumberText.grouped(pair.passages.count),
        names.joined(separator: " – "),
      ])
    }
    let texts = [words[.pairsText], cut(report.pairs.count)].compactMap(\.self)
    return section(.pairs, table, text: texts.joined(separator: "\n\n"))
  }

  /// Files that were not read.
  var skipped: String {
    var table = MarkdownTable(columns: [.init(title: words[.path]), .init(title: words[.reason])])
    table.rows = report.corpus.skipped.prefix(AuditMarkdown.rowLimit).map {
      [MarkdownText.escaped($0.path), MarkdownText.escaped($0.reason)]
    }
    return section(.skipped, table, text: cut(report.corpus.skipped.count))
  }

  /// How the report was made, in prose.
  var method: String {
    let paragraphs = MethodText.paragraphs(report, language: words.language)
    return section(
      .method, nil, text: paragraphs.map(MarkdownText.escaped).joined(separator: "\n\n"))
  }

  /// What changes the answer, and the command that gives it again.
  var settings: String {
    let settings = report.settings
    let d: Words.Value = .number(settings.minimumDocuments)
    var facts: [(String, String)] = [
      (words[.shingleLength], lengths(settings.shingleLength)),
      (
        words[.minimumDocuments],
        settings.minimumDocumentsIsDefault ? words(.fromSize, ["d": d]) : d.text
      ),
      (words[.borrowedLength], lengths(settings.borrowedLength)),
      (words[.sharedLength], lengths(settings.sharedLength)),
      (words[.groupsNearDuplicates], words[settings.groupsNearDuplicates ? .yes : .no]),
      (words[.splitsCompilations], words[settings.splitsCompilations ? .yes : .no]),
      (words[.version], "\(Tool.name) \(Tool.version)"),
    ]
    if let date = settings.date { facts.append((words[.date], MarkdownText.escaped(date))) }
    return section(.settings, .facts(facts))
      + "\n\(words[.repeatReport])\n\n    \(settings.repeatingCommand)\n"
  }

  private func lengths(_ lengths: ScriptLengths) -> String {
    words(
      .lengths, ["unspaced": .number(lengths.unspaced), "spaced": .number(lengths.spaced)])
  }
}

extension ReportSettings {
  /// The command line that repeats the report, `PATH...` for the files.
  var repeatingCommand: String {
    (["\(Tool.name) audit"] + arguments.map(ShellText.quoted) + ["PATH..."])
      .joined(separator: " ")
  }
}

/// Words for a command line.
enum ShellText {
  /// `word` as a shell reads it back: quoted where it must be.
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./=:,#".utf8.contains(byte) || byte >= 0x80
      }
    }
    if plain && !word.isEmpty && !word.hasPrefix("#") { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
