internal import PhraseMining

/// A draft as its writer's own document can show it: stretches of its text that look alike, and comments.
///
/// Not every place of every phrase has a comment: of a formula its first one has, of a term or title none.
/// What was copied, left over, misquoted or repeated has one at each place.
package struct DraftAnnotations: Sendable {
  /// In order, without overlap.
  package private(set) var marks: [DraftMark]
  /// In order of their beginnings.
  package private(set) var comments: [DraftComment]

  package init(marks: [DraftMark], comments: [DraftComment]) {
    self.marks = marks
    self.comments = comments
  }

  /// The annotations of the file `file` of `report`, all its documents together.
  package init(_ report: CheckReport, file: Int, language: ReportLanguage) {
    let documents = report.documents.indices.filter { report.documents[$0].file == file }
    marks = documents.flatMap { Self.marks(in: report, document: $0) }
    let texts = CommentText(report: report, words: Words(language: language))
    comments = documents.flatMap { index in
      [texts.summary(of: index)] + Self.commented(in: report, document: index).map(texts.comment)
    }
  }

  /// The findings of a document that have comments, in order of the text.
  private static func commented(in report: CheckReport, document: Int) -> [Finding] {
    let found = report.listedFindings.filter { $0.document == document }
      .sorted { ($0.start, $1.end, $0.rule.rawValue) < ($1.start, $0.end, $1.rule.rawValue) }
    var known = Set<Int>()
    return found.filter { finding in
      guard let family = finding.family else { return true }
      switch report.families[family].kind {
      case .formula, .quotation: return known.insert(family).inserted
      case .term, .title: return false
      }
    }
  }

  /// The stretches of a document: cut where a span, something left over or a misquotation begins or ends.
  private static func marks(in report: CheckReport, document index: Int) -> [DraftMark] {
    let document = report.documents[index]
    let flagged = report.listedFindings.filter {
      $0.document == index && [.residue, .misquoted].contains($0.rule)
    }
    let edges =
      document.spans.flatMap { [Int($0.start), Int($0.end)] }
      + flagged.flatMap { [$0.start, $0.end] }
    let cuts = Array(Set(edges)).sorted()
    let sources = report.compared[index].sources
    var span = 0
    var marks: [DraftMark] = []
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      while span < document.spans.count, Int(document.spans[span].end) <= start { span += 1 }
      var look = MarkLook()
      if span < document.spans.count, Int(document.spans[span].start) <= start {
        look.style = style(of: document.spans[span], in: report, sources: sources)
      }
      for finding in flagged where finding.start <= start && end <= finding.end {
        if finding.rule == .residue { look.isLeftOver = true } else { look.isMisquoted = true }
      }
      if look != MarkLook() { marks.append(DraftMark(range: start..<end, look: look)) }
    }
    return marks
  }

  private static func style(
    of span: SpanReport, in report: CheckReport, sources: Int
  ) -> MarkStyle? {
    switch span.tokenClass {
    case .original: return nil
    case .repeated: return .repeated
    case .shared: return .shared
    case .borrowed: return .borrowed
    case .allowed: return .allowed
    case .stock:
      switch report.families[Int(span.owner)].kind {
      case .term, .title: return .term
      case .formula, .quotation:
        return .stock(
          MarkDepth(Int(span.documents), of: sources), isVariant: span.similarity < 1)
      }
    }
  }
}
