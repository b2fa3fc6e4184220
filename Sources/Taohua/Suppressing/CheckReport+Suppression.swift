package import PhraseReport
internal import ShingleEngine
internal import TextIngest

extension CheckReport {
  /// Suppresses what comments in the drafts say, and reports the comments that do nothing (TH900).
  ///
  /// Call it before ``markNew(of:since:of:versions:)``. Against an empty corpus hardly anything is found,
  /// so that a comment that suppressed nothing is not reported then. Twice is as good as once.
  ///
  /// - Parameter drafts: What was checked: `documents` are its documents.
  package mutating func suppress(byCommentsIn drafts: Corpus) {
    guard drafts.files.contains(where: { !$0.directives.isEmpty }) else { return }
    findings.removeAll { $0.rule == .unusedSuppression && $0.document != nil }
    var idle: [Finding] = []
    for (file, documents) in Dictionary(
      grouping: drafts.documents.indices, by: { drafts.documents[$0].file })
    {
      if drafts.files[file].directives.isEmpty { continue }
      let comments = FileComments(drafts, file: file, documents: documents)
      idle += suppress(comments, documents: Set(documents))
    }
    insert(idle.sorted { ($0.path, $0.start) < ($1.path, $1.start) })
  }

  /// Suppresses findings of one file; the comments that do nothing.
  private mutating func suppress(_ comments: FileComments, documents: Set<Int>) -> [Finding] {
    var isUsed = [Bool](repeating: false, count: comments.stretches.stretches.count)
    for index in findings.indices {
      guard let document = findings[index].document, documents.contains(document) else { continue }
      let holding = comments.stretches.holding(
        comments.bytes(of: findings[index]), findings[index].rule)
      for stretch in holding { isUsed[stretch] = true }
      guard let last = holding.last else { continue }
      let stretch = comments.stretches.stretches[last]
      findings[index].suppression = Suppression(
        by: .comment, reason: stretch.comment.reason, line: comments.lines[stretch.directive])
    }
    var idle = comments.stretches.idle
    if corpus.documents > 0 {
      for (index, stretch) in comments.stretches.stretches.enumerated() where !isUsed[index] {
        idle.append((stretch.directive, "the comment suppresses nothing; remove it"))
      }
    }
    return idle.map { comments.finding($0.directive, $0.message) }
  }

  /// Adds findings of drafts, each after the others of its document.
  private mutating func insert(_ added: [Finding]) {
    if added.isEmpty { return }
    let order = (findings + added).enumerated().sorted {
      ($0.element.document ?? .max, $0.offset) < ($1.element.document ?? .max, $1.offset)
    }
    findings = order.map(\.element)
  }
}

/// The comments of a draft's file, and where they stand.
private struct FileComments {
  let stretches: SuppressedStretches
  /// The line of each directive, and its column.
  let lines: [Int]
  private let columns: [Int]
  private let drafts: Corpus
  private let file: CorpusFile
  private let documents: [Int]

  init(_ drafts: Corpus, file index: Int, documents: [Int]) {
    self.drafts = drafts
    self.documents = documents.sorted()
    file = drafts.files[index]
    let blocks = self.documents.flatMap { document in
      drafts.documents[document].blockStarts.map { drafts.start(of: Int($0)) }
    }
    stretches = SuppressedStretches(file.directives, blocks: blocks, end: file.content.count)
    var cursor = LineCursor(file.content)
    let places = file.directives.map { cursor.advance(to: $0.range.lowerBound) }
    lines = places.map { Int($0.line) }
    columns = places.map { Int($0.column) }
  }

  /// The bytes that must be inside of a stretch; what is said of a whole document stands where its text
  /// begins.
  func bytes(of finding: Finding) -> Range<Int> {
    guard finding.start == finding.end, let document = finding.document else {
      return finding.start..<finding.end
    }
    let tokens = drafts.documents[document].tokens
    let start = tokens.isEmpty ? finding.start : drafts.start(of: tokens.lowerBound)
    return start..<start
  }

  /// The finding that the directive does nothing.
  func finding(_ index: Int, _ message: String) -> Finding {
    let directive = file.directives[index]
    let document =
      documents.last { drafts.documents[$0].byteRange.lowerBound <= directive.range.lowerBound }
      ?? documents[0]
    return Finding(
      rule: .unusedSuppression, severity: .warning, document: document, path: file.input.name,
      start: directive.range.lowerBound, end: directive.range.upperBound, line: lines[index],
      column: columns[index], family: nil, sources: [], similarity: 1,
      fingerprint: Fingerprint.of(.unusedSuppression, directive.text), message: message)
  }
}
