internal import ShingleEngine

/// Flags the windows of one draft by what the corpus holds of them (D2): the same flags that a survey
/// gives the windows of a corpus.
struct DraftFlags {
  private let drafts: TokenCorpus
  private let range: Range<Int>
  private let isSpaced: Bool
  private let settings: MiningSettings
  private let flags: Slab<UInt8>

  init(
    _ drafts: TokenCorpus, draft: Int, isSpaced: Bool, settings: MiningSettings,
    flags: Slab<UInt8>
  ) {
    self.drafts = drafts
    range = drafts.range(of: draft)
    self.isSpaced = isSpaced
    self.settings = settings
    self.flags = flags
  }

  func mark(_ evidence: DraftEvidence) {
    let length = settings.shingleLength.of(isSpaced: isSpaced)
    for (offset, count) in evidence.counts.enumerated()
    where count >= settings.minimumSources {
      mark(range.lowerBound + offset, WindowFlag.stock, length)
    }
    for run in evidence.runs where evidence.isCounted(run.document) {
      mark(run, WindowFlag.shared, settings.sharedLength.of(isSpaced: isSpaced))
      mark(run, WindowFlag.copied, settings.copiedLength.of(isSpaced: isSpaced))
    }
  }

  /// Marks all windows of `length` in `run`.
  private func mark(_ run: CommonRun, _ flag: WindowFlag.Pair, _ length: Int) {
    guard run.length >= length else { return }
    for position in run.draftRange.dropLast(length - 1) { mark(position, flag, length) }
  }

  private func mark(_ position: Int, _ flag: WindowFlag.Pair, _ length: Int) {
    guard flags[position] & flag.of(isSpaced) == 0,
      drafts.hasEnoughWords(at: position, length: length)
    else { return }
    flags[position] |= flag.of(isSpaced)
  }
}
