internal import PhraseMining

/// What the pages of an audit and of a check say of a document in the same way.
extension JSONWriter {
  /// Its names and numbers, as fields of the object that is open.
  mutating func documentHead(_ document: DocumentReport, file: ReportFile) {
    field("id", document.id)
    field("title", ifKnown: document.title)
    field("warnings", file.source.warnings)
    field("k", document.shingleLength)
    field("tokens", document.tokens)
    field("characters", document.characters)
    field("classes", TokenClass.allCases.map { document.classes[$0] })
    field("kinds", PhraseKind.allCases.map { document.stockByKind[$0] })
  }

  /// Its text with the spans, six numbers for each, and where its blocks begin.
  mutating func documentText(_ document: DocumentReport, file: ReportFile) {
    field("base", document.byteRange.lowerBound)
    array("spans", document.spans) { json, span in
      json.value(Int(span.start))
      json.value(Int(span.end))
      json.value(Int(span.tokenClass.rawValue))
      json.value(Int(span.owner))
      json.value(Int(span.documents))
      json.value(span.similarity)
    }
    array("blocks", document.blockStarts) { json, start in json.value(Int(start)) }
    key("text")
    value(utf8: file.content, in: document.byteRange)
  }

  /// Its sentences: where each is, its verdict, its tokens and those of each class.
  mutating func documentSentences(_ document: DocumentReport) {
    array("sentences", document.sentences) { json, sentence in
      json.value(Int(sentence.start))
      json.value(Int(sentence.end))
      json.value(Verdict.allCases.firstIndex(of: sentence.verdict) ?? 0)
      json.value(sentence.tokens)
      for tokenClass in TokenClass.allCases { json.value(sentence.classes[tokenClass]) }
    }
  }

  /// Its sections: title, level, where each is, its tokens and those of each class.
  mutating func documentSections(_ document: DocumentReport) {
    array("sections", document.sections) { json, section in
      json.beginArray()
      json.value(section.title)
      json.value(section.level)
      json.value(section.byteRange.lowerBound)
      json.value(section.byteRange.upperBound)
      json.value(section.tokens)
      for tokenClass in TokenClass.allCases { json.value(section.classes[tokenClass]) }
      json.endArray()
    }
  }

  /// The longest runs that were not found elsewhere: start, end and tokens of each.
  mutating func stretches(_ document: DocumentReport) {
    array("stretches", document.stretches) { json, stretch in
      json.value(stretch.start)
      json.value(stretch.end)
      json.value(stretch.tokens)
    }
  }
}
