internal import ShingleEngine

/// Finds what a draft copied from one other (the class `borrowed`), from the runs that it has in common
/// with the corpus. The rule is that of ``Copies``; here no run is left out.
struct DraftCopies {
  let drafts: TokenCorpus
  let classes: Slab<UInt8>
  let seedLength: Int
  let borrowedLength: Int

  /// The matches that may qualify with the classes as they are, in order of left position.
  func candidates(_ evidence: DraftEvidence, draft: Int) -> [Match] {
    evidence.runs.compactMap { run in
      guard run.length >= seedLength, evidence.isCounted(run.document), hasSeed(run.draftRange)
      else { return nil }
      return Match(
        left: run.draft, right: run.offset, length: run.length, fresh: 0,
        leftDocument: UInt32(draft), rightDocument: run.document)
    }
  }

  /// The matches among `candidates` that qualify with the classes as they are now.
  func qualified(_ candidates: [Match]) -> [Match] {
    CopyQualification.matches(candidates, classes: classes, borrowedLength: borrowedLength)
  }

  /// Whether a window of the seeds' length in `range` is not wholly stock and at least half words.
  private func hasSeed(_ range: Range<Int>) -> Bool {
    var fresh = 0
    var slots = 0
    for position in range {
      if isFresh(position) { fresh += 1 }
      if drafts.tokens[position] == TokenCorpus.slot { slots += 1 }
      let leaving = position - seedLength
      if leaving >= range.lowerBound {
        if isFresh(leaving) { fresh -= 1 }
        if drafts.tokens[leaving] == TokenCorpus.slot { slots -= 1 }
      }
      let isWhole = position - range.lowerBound + 1 >= seedLength
      if isWhole && fresh > 0 && 2 * slots <= seedLength { return true }
    }
    return false
  }

  private func isFresh(_ position: Int) -> Bool { classes[position] < TokenClass.stock.rawValue }
}
