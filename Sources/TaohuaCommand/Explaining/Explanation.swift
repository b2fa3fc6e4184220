internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine
internal import Taohua
internal import TextIngest

/// What is known of a phrase: all its places, or why it is not found.
struct Explanation {
  let corpus: Corpus
  let report: AuditReport

  /// The family with the id `id`, and all its places in context; nil if there is none.
  func family(_ id: String) -> String? {
    report.families.first { $0.id == id }.map(text)
  }

  /// What stands on a line, then the families of it with all their places; nil if its file was not read.
  ///
  /// - Throws: `CommandFailure.noSuchLine` if the file has fewer lines.
  func line(_ query: LineQuery) throws(CommandFailure) -> String? {
    let path = LexicalPath.components(of: query.path, in: WorkingFolder.path)
    let file = corpus.files.firstIndex {
      LexicalPath.components(of: $0.input.path, in: WorkingFolder.path) == path
    }
    guard let file else { return nil }
    let explained = try ExplainedLine(query, ofFile: file, of: corpus, report: report)
    return explained.text
      + explained.families.map { "\n" + text(of: report.families[$0]) }.joined()
  }

  private func text(of family: FamilyReport) -> String {
    var concordance = Concordance()
    for place in family.places {
      let document = report.documents[Int(place.document)]
      concordance.add(
        document.id, Int(place.start)..<Int(place.end), of: report.files[document.file].content,
        line: Int(place.line), column: Int(place.column))
    }
    return headline(of: family) + variants(of: family) + "\n" + concordance.text
  }

  private func headline(of family: FamilyReport) -> String {
    let nested = family.nested > 0 ? ", \(family.nested) more inside longer phrases" : ""
    return """
      \(family.canonical)
        \(family.id), \(family.kind.name), \(family.tokens) tokens: \
      \(Count.of(family.occurrences, "place")) in \(family.documents) of \
      \(Count.of(report.corpus.sources, "source"))\(nested)

      """
  }

  private func variants(of family: FamilyReport) -> String {
    guard family.variants.count > 1 else { return "" }
    let lines = family.variants.map { variant in
      "    \(variant.text): \(Count.of(variant.occurrences, "place")), "
        + "\(Count.of(variant.documents, "source"))\n"
    }
    return "  \(family.variants.count) variants:\n" + lines.joined()
  }

  /// Where `text` stands, token by token, and what keeps it from being a stock phrase.
  func text(_ text: String) throws(CommandFailure) -> String {
    let query = try PhraseQuery(text, in: corpus)
    let matches = QueryMatches(query, in: corpus, sources: SourceNumbers(report))
    let whole = 0..<query.tokens.count
    let sources = matches.sources(holding: whole)
    var lines = [DisplayText.clean(query.text)]
    lines.append(
      "  \(Count.of(query.tokens.count, "token")): \(Count.of(matches.places.count, "place")) in "
        + "\(sources) of \(Count.of(report.corpus.sources, "source"))")
    lines += obstacles(query, sources: sources).map { "  no stock phrase: \($0)" }
    lines += families(covering: matches, tokens: query.tokens.count)
    if matches.places.isEmpty { lines += parts(of: query, matches) }
    return lines.joined(separator: "\n") + "\n" + concordance(matches, query)
  }

  /// The thresholds that a sequence in `sources` sources misses, each with the option for it.
  private func obstacles(_ query: PhraseQuery, sources: Int) -> [String] {
    let count = query.tokens.count
    let lengths = report.settings.shingleLength
    let least = query.isSpaced ? lengths.spaced : lengths.unspaced
    let needed = report.settings.minimumDocuments
    var obstacles: [String] = []
    if count < least {
      obstacles.append(
        "a phrase has at least \(Count.of(least, "token")) (--min-length \(count) would find it)")
    }
    if sources < needed {
      obstacles.append(
        "it must stand in at least \(Count.of(needed, "source")) (--min-documents)")
    }
    if query.slots * 2 > count { obstacles.append("more than half of its tokens are slots") }
    return obstacles
  }

  /// The parts of the query that stand somewhere, and in how many sources. A single token says nothing.
  private func parts(of query: PhraseQuery, _ matches: QueryMatches) -> [String] {
    let known = matches.parts.filter { $0.count > 1 && matches.sources(holding: $0) > 0 }
    guard let longest = known.map(\.count).max() else {
      return ["  no two tokens of it stand together anywhere"]
    }
    let rows = known.map { part in
      let sources = Count.of(matches.sources(holding: part), "source")
      return "    \(query.text(of: part)): \(Count.of(part.count, "token")), in \(sources)"
    }
    return ["  the longest part that is there has \(Count.of(longest, "token")):"] + rows
  }

  /// The families that own tokens of the places.
  private func families(covering matches: QueryMatches, tokens: Int) -> [String] {
    var owners: [Int: Int] = [:]
    for place in matches.places {
      let start = UInt32(corpus.start(of: place.position))
      let end = corpus.end(of: place.position + tokens - 1)
      let spans = report.documents[place.document].spans
      let found = spans.filter { $0.tokenClass == .stock && $0.start < end && $0.end > start }
      for owner in Set(found.map { Int($0.owner) }) { owners[owner, default: 0] += 1 }
    }
    return owners.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { owner, count in
      let family = report.families[owner]
      return "  \(Count.of(count, "place")) in \(family.id) (\(family.kind.name)): "
        + family.canonical
    }
  }

  private func concordance(_ matches: QueryMatches, _ query: PhraseQuery) -> String {
    guard !matches.places.isEmpty else { return "" }
    var concordance = Concordance()
    var positions: [Int: LineCursor] = [:]
    for place in matches.places {
      let document = corpus.documents[place.document]
      let file = corpus.files[document.file]
      let end = corpus.end(of: place.position + query.tokens.count - 1)
      let start = corpus.start(of: place.position)
      var lines = positions[document.file] ?? LineCursor(file.content)
      let (line, column) = lines.advance(to: start)
      positions[document.file] = lines
      concordance.add(
        document.id, start..<end, of: file.content, line: Int(line), column: Int(column))
    }
    return "\n" + concordance.text
  }
}

/// Numbers with their nouns.
enum Count {
  /// `1 place`, `2 places`.
  static func of(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
