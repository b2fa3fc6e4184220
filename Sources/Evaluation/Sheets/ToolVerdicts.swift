package import PhraseReport

/// What the tool says of every sentence, from a report.
package struct ToolVerdicts: Sendable {
  private struct Sentence {
    var bytes: Range<Int>
    var verdict: Verdict
  }

  /// For each document its sentences in order.
  private var sentences: [String: [Sentence]] = [:]

  /// Reads the field `sentences` of the documents of `taohua.audit/1`.
  ///
  /// - Parameter report: the whole report.
  /// - Throws: `FormatError` with the field that is missing or wrong.
  package init(_ report: JSONField) throws(FormatError) {
    for document in try report["documents"].elements() {
      guard document["sentences"].exists else {
        throw document["sentences"].wrong("the verdicts that an audit of this version writes")
      }
      var list: [Sentence] = []
      for sentence in try document["sentences"].elements() {
        guard let verdict = Verdict(rawValue: try sentence["verdict"].text()) else {
          throw sentence["verdict"].wrong("a verdict")
        }
        list.append(
          Sentence(
            bytes: try JSONField.range(from: sentence["start"], to: sentence["end"]),
            verdict: verdict))
      }
      sentences[try document["id"].text()] = list
    }
  }

  /// The verdict on the sentence at `place`, or on the one that overlaps it most.
  ///
  /// - Parameter place: a sentence of a sheet.
  /// - Returns: nil where the report has no such sentence.
  package func verdict(at place: CodedSheet.Place) -> Verdict? {
    let overlaps = (sentences[place.document] ?? []).map {
      (common: $0.bytes.clamped(to: place.bytes).count, verdict: $0.verdict)
    }
    // Of two that overlap as much the first: `max` would take the last.
    let best = overlaps.reduce(nil as (common: Int, verdict: Verdict)?) { best, next in
      next.common > (best?.common ?? 0) ? next : best
    }
    return best?.verdict
  }
}
