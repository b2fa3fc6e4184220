/// Reports that may leave the house: what they hold was taken out before they were written, so that no
/// reader's switch brings it back.
extension AuditReport {
  /// Takes out titles, paths and names: documents and files get numbers, titles, places, authors and
  /// other metadata go, and what they say is masked wherever it stands in a text or phrase, byte for byte,
  /// so that all offsets hold. Names that nothing but running text tells are not known, and stay.
  package mutating func anonymise() {
    let mask = NameMask(names: names)
    for index in files.indices {
      files[index].path = Self.numbered("file", index, of: files.count)
      files[index].content = mask.masked(files[index].content)
      files[index].source.warnings = files[index].source.warnings.map { mask.masked($0) }
    }
    maskTitles()
    let series = Dictionary(
      uniqueKeysWithValues: corpus.series.enumerated().map {
        ($1.name, Self.numbered("series", $0, of: corpus.series.count))
      })
    for index in documents.indices {
      documents[index].id = Self.numbered("document", index, of: documents.count)
      documents[index].title = nil
      documents[index].place = nil
      documents[index].author = nil
      documents[index].metadata = [:]
      documents[index].series = documents[index].series.map { series[$0] ?? "series" }
      for section in documents[index].sections.indices {
        documents[index].sections[section].title = mask.masked(
          documents[index].sections[section].title)
      }
    }
    for index in families.indices {
      let canonical = mask.masked(families[index].canonical)
      // A slot may stand for a part of the name.
      families[index].template =
        canonical == families[index].canonical
        ? mask.masked(families[index].template) : canonical
      families[index].canonical = canonical
      families[index].series = families[index].series.map { series[$0] ?? "series" }.sorted()
      for variant in families[index].variants.indices {
        families[index].variants[variant].text = mask.masked(
          families[index].variants[variant].text)
      }
    }
    for index in corpus.series.indices {
      corpus.series[index].name = Self.numbered("series", index, of: corpus.series.count)
    }
    for index in corpus.skipped.indices {
      corpus.skipped[index].path = Self.numbered("skipped", index, of: corpus.skipped.count)
    }
    expiredEntries = expiredEntries.map(Self.lastComponent)
    unusedEntries = unusedEntries.map(Self.lastComponent)
    settings.arguments.append("--anonymise")
  }

  /// Takes out every text: documents keep their numbers, phrases are known by their identifiers.
  package mutating func dropTexts() {
    for index in files.indices { files[index].content = [] }
    for index in documents.indices {
      documents[index].title = nil
      documents[index].sections = []
    }
    for index in families.indices {
      families[index].canonical = families[index].id
      families[index].template = families[index].id
      for variant in families[index].variants.indices {
        families[index].variants[variant].text = "#\(variant + 1)"
      }
    }
    settings.arguments.append("--no-text")
  }

  /// Whether the texts of the documents are in it.
  var holdsTexts: Bool { corpus.bytes == 0 || files.contains { !$0.content.isEmpty } }

  /// What the documents are called, and by whom.
  private var names: [String] {
    documents.flatMap { document -> [String] in
      let path = files[document.file].path.split(separator: "/").map(String.init)
      let stem = path.last.map { String($0.prefix { $0 != "." }) }
      return [document.title, document.place, document.author, document.series, stem]
        .compactMap(\.self) + path.dropLast() + document.metadata.values
    }
  }

  /// The line of each title, up to where the text proper begins.
  private mutating func maskTitles() {
    for document in documents
    where document.title != nil && document.bodyStart > document.byteRange.lowerBound {
      NameMask.cover(
        &files[document.file].content, in: document.byteRange.lowerBound..<document.bodyStart)
    }
  }

  /// `document-007`: as many digits as the last needs, so that order by name is order by number.
  private static func numbered(_ word: String, _ index: Int, of count: Int) -> String {
    let digits = String(index + 1)
    return word + "-" + String(repeating: "0", count: String(count).count - digits.count) + digits
  }

  private static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
