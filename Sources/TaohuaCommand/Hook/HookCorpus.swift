internal import CorpusIndex
internal import PhraseReport
internal import Taohua

/// What the documents of a change are compared with: the documents of the commit that it starts from.
///
/// Few of them are read each time, which is quicker than any file of ours could be. Many are in an
/// index in the repository's git folder, which is brought up to date when it has fallen behind.
struct HookCorpus {
  let reports: OpenReports
  /// Documents that this clone has not, or that could not be read: no fault of the change.
  var unread: Int
  /// Documents that were changed since the phrases of the others were found.
  var behind = 0

  /// Bytes of text that are read anew for each commit: some 100 ms.
  static let smallSize = 1 << 20

  /// - Parameters:
  ///   - commit: nil before the first one.
  ///   - isHead: whether it is the last commit, the one that the index is kept for.
  static func of(
    _ commit: GitObject?, isHead: Bool, index: HookIndex, filter: inout DocumentFilter
  ) throws(CommandFailure) -> HookCorpus {
    if let commit, let open = try index.open(commit, mayWrite: isHead, filter: &filter) {
      return open
    }
    let documents = try CommittedDocuments(
      CommittedDocuments.files(of: commit, filter: &filter), in: index.repository)
    // What other programs read is as large as its text is.
    let small = documents.size <= Self.smallSize ? index.read(documents.inputs) : nil
    let isSmall = small.map { $0.files.reduce(0) { $0 + $1.content.count } <= Self.smallSize }
    var corpus: HookCorpus?
    if let commit, isHead, isSmall != true {
      corpus = try index.build(commit, of: documents.inputs)
    }
    var result = corpus ?? index.inMemory(small ?? index.read(documents.inputs))
    result.unread += documents.missing
    return result
  }
}

extension HookIndex {
  /// Calls `body` with the documents of `commit`; once more without the index if that is damaged.
  func reading<Result>(
    _ commit: GitObject?, isHead: Bool, filter: inout DocumentFilter,
    _ body: (HookCorpus) throws(CommandFailure) -> Result
  ) throws(CommandFailure) -> Result {
    let corpus = try HookCorpus.of(commit, isHead: isHead, index: self, filter: &filter)
    do throws(CommandFailure) {
      return try body(corpus)
    } catch {
      guard case .index = error else { throw error }
      forget()
      return try body(HookCorpus.of(commit, isHead: isHead, index: self, filter: &filter))
    }
  }
}
