internal import PhraseMining

/// What the script of a check's page reads: the drafts with their texts, sections and sentences, and the
/// findings in the order in which they matter. Flat lists of numbers are read by Assets/draft.js.
struct CheckPageData {
  let report: CheckReport
  let language: ReportLanguage?

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
    json.flags(document.flags)
    json.field("body", document.bodyStart)
    json.documentSections(document)
    json.documentSentences(document)
    json.stretches(document)
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
    var page = FindingPageData(report)
    json.newline()
    json.array("findings", report.openFindings.ranked) { json, finding in
      json.newline()
      json.object { page.write(finding, to: &$0) }
    }
    json.newline()
    json.array("shared", report.spanSources) { json, span in
      json.object { page.write(span, to: &$0) }
    }
    json.field("names", page.names)
    json.field("suppressed", report.findings.count - report.openFindings.count)
    json.field("onlyNew", report.openFindings.count > report.listedFindings.count)
  }

  private func writeGate(to json: inout JSONWriter) {
    json.newline()
    json.field("failed", report.gate.failed)
    json.object("reasons") {
      $0.field("en", report.gate.reasons(in: .english))
      $0.field("zh", report.gate.reasons(in: .chinese))
    }
  }
}
