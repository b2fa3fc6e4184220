internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// A passage of a draft that stands whole in another source, or is borrowed from one.
struct CopiedPassage: Sendable {
  /// So many sources of it are named.
  static let sourceLimit = 10

  /// Positions in the drafts.
  var tokens: Range<Int>
  /// Documents of the reference that hold it, the best first.
  var sources: [Int]
  /// Whether it is long enough on its own; else it is one of two in the same order.
  var isLong: Bool
  /// Tokens of the class `borrowed`.
  var borrowedTokens: Int
  /// Where it stands in the best of the sources.
  var places: [FindingPlace] = []
}

/// Finds the copied passages of a draft (TH003): borrowed ones, and long ones whatever their class.
struct CopiedPassages {
  let text: PhraseText
  let findings: Findings
  let evidence: DraftEvidence
  let mining: MiningSettings

  /// The passages of `draft`, rising, without overlap.
  func passages(of draft: Int, isSpaced: Bool) -> [CopiedPassage] {
    let range = text.corpus.range(of: draft)
    var copied = [Bool](repeating: false, count: range.count)
    let length = mining.copiedLength.of(isSpaced: isSpaced)
    let flag = WindowFlag.copied.of(isSpaced)
    for position in range where findings.flags[position] & flag != 0 {
      for token in position..<position + length { copied[token - range.lowerBound] = true }
    }
    let matches = findings.matches.filter { $0.leftDocument == draft }
    for match in matches {
      for token in Int(match.left)..<Int(match.left + match.length) {
        copied[token - range.lowerBound] = true
      }
    }
    let borrowed = mining.borrowedLength.of(isSpaced: isSpaced)
    return runs(copied, from: range.lowerBound).map { run in
      let isWhole = run.contains { findings.flags[$0] & flag != 0 }
      let isLong = matches.contains {
        run.contains(Int($0.left)) && Int($0.fresh) >= borrowed
      }
      return CopiedPassage(
        tokens: run, sources: sources(of: run, matches, isWhole: isWhole ? length : nil),
        isLong: isWhole || isLong,
        borrowedTokens: run.count { findings.classes[$0] == TokenClass.borrowed.rawValue })
    }
  }

  /// Runs of copied tokens, cut where blocks end.
  private func runs(_ copied: [Bool], from first: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (offset, isCopied) in copied.enumerated() where isCopied {
      let position = first + offset
      if let last = runs.last, last.upperBound == position,
        !text.corpus.startsBlock(position)
      {
        runs[runs.count - 1] = last.lowerBound..<position + 1
      } else {
        runs.append(position..<position + 1)
      }
    }
    return runs
  }

  /// The documents that hold most of `run`, the earliest first of those that hold as much: by matches, and
  /// where the run is long enough by what stands there `whole`, of so many tokens or more.
  private func sources(of run: Range<Int>, _ matches: [Match], isWhole whole: Int?) -> [Int] {
    var tokens: [Int: Int] = [:]
    for match in matches {
      let overlap = run.clamped(to: Int(match.left)..<Int(match.left + match.length))
      if overlap.isEmpty { continue }
      tokens[Int(match.rightDocument), default: 0] += overlap.count
    }
    if let whole {
      for common in evidence.runs
      where common.length >= whole
        && evidence.sources[Int(common.document)] != TokenCorpus.uncounted
      {
        let overlap = run.clamped(to: common.draftRange)
        tokens[Int(common.document)] = max(tokens[Int(common.document)] ?? 0, overlap.count)
      }
    }
    return tokens.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
