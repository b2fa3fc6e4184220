internal import PhraseMining

/// What the script of a check's page reads: the drafts with their texts, the findings in the order in
/// which they matter, and where each stands too.
struct CheckPageData {
  let report: CheckReport
  let language: ReportLanguage?

  /// Bytes of text on either side of a place.
  private static let context = 96

  /// JSON that can stand in a script element.
  func write(to json: inout JSONWriter) {
    json.object {
      $0.object("tool") {
        $0.field("name", Tool.name)
        $0.field("version", Tool.version)
      }
      $0.field("language", ifKnown: language?.rawValue)
      $0.key("limits")
      $0.null()
      $0.settings(report.settings)
      $0.newline()
      $0.object("corpus") {
        $0.field("documents", report.corpus.documents)
        $0.field("sources", report.corpus.sources)
        $0.field("tokens", report.corpus.tokens)
        $0.newline()
        $0.skipped(report.skipped)
      }
      writeDocuments(to: &$0)
      writeFamilies(to: &$0)
      writeFindings(to: &$0)
      writeGate(to: &$0)
    }
  }

  private func writeDocuments(to json: inout JSONWriter) {
    json.newline()
    json.array("documents", report.documents.indices) { json, index in
      json.newline()
      json.object { write(report.documents[index], report.compared[index], to: &$0) }
    }
  }

  private func write(
    _ document: DocumentReport, _ compared: CheckedCorpus, to json: inout JSONWriter
  ) {
    let file = report.files[document.file]
    json.documentHead(document, file: file)
    json.field("compared", [compared.documents, compared.sources])
    json.field("shares", [document.shares.raw, document.shares.net, document.shares.netOf])
    json.array("verdicts", Verdict.allCases) { json, verdict in
      json.value(document.sentences.count { $0.verdict == verdict })
    }
    json.documentText(document, file: file)
  }

  private func writeFamilies(to json: inout JSONWriter) {
    json.newline()
    json.array("families", report.families) { json, family in
      json.newline()
      json.object {
        $0.field("id", family.id)
        $0.field("kind", family.kind.name)
        $0.field("canonical", family.canonical)
        $0.field("template", family.template)
        $0.field("tokens", family.tokens)
        $0.field("documents", family.documents)
        $0.field("occurrences", family.occurrences)
      }
    }
  }

  private func writeFindings(to json: inout JSONWriter) {
    let sources = FindingSources(report)
    json.newline()
    json.array("findings", report.listedFindings.ranked) { json, finding in
      json.newline()
      json.object { write(finding, sources, to: &$0) }
    }
    json.field("suppressed", report.findings.count - report.openFindings.count)
    json.field("known", report.openFindings.count - report.listedFindings.count)
  }

  private func write(
    _ finding: Finding, _ sources: FindingSources, to json: inout JSONWriter
  ) {
    json.field("code", finding.rule.rawValue)
    json.field("severity", finding.severity.rawValue)
    json.field("document", ifKnown: finding.document)
    json.field("path", finding.path)
    json.field("start", finding.start)
    json.field("end", finding.end)
    json.field("line", finding.line)
    json.field("family", ifKnown: finding.family)
    json.field("similarity", finding.similarity)
    json.field("new", finding.isNew)
    json.field("sources", finding.sources)
    inLanguages("message", to: &json) { finding.detail.text(in: $0) }
    json.array("places", sources.places(of: finding)) { json, place in
      json.beginArray()
      json.value(place.document)
      json.value(place.line)
      write(place, in: sources.content(of: place), to: &json)
      json.endArray()
    }
  }

  /// The text before, in and after a place; empty where it is not there.
  private func write(
    _ place: FindingPlace, in content: [UInt8]?, to json: inout JSONWriter
  ) {
    guard let content else {
      for _ in 0..<3 { json.value("") }
      return
    }
    let start = UTF8Boundary.floor(max(0, place.start - Self.context), in: content)
    let end = UTF8Boundary.floor(min(content.count, place.end + Self.context), in: content)
    json.value(utf8: content, in: start..<place.start)
    json.value(utf8: content, in: place.start..<place.end)
    json.value(utf8: content, in: place.end..<max(place.end, end))
  }

  private func writeGate(to json: inout JSONWriter) {
    json.newline()
    json.field("failed", report.gate.failed)
    json.object("reasons") {
      $0.field("en", report.gate.reasons(in: .english))
      $0.field("zh", report.gate.reasons(in: .chinese))
    }
  }

  /// An object with the text in each language.
  private func inLanguages(
    _ name: StaticString, to json: inout JSONWriter, _ text: (ReportLanguage) -> String
  ) {
    json.object(name) {
      $0.field("en", text(.english))
      $0.field("zh", text(.chinese))
    }
  }
}
