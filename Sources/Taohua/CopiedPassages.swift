internal import PhraseMining
internal import ShingleEngine

/// A passage of a draft that stands whole in another source, or is borrowed from one.
struct CopiedPassage: Sendable {
  /// Positions in the joined corpus.
  var tokens: Range<Int>
  /// Corpus documents that hold it, the best first.
  var sources: [Int]
  /// Whether it is long enough on its own; else it is one of two in the same order.
  var isLong: Bool
  /// Tokens of the class `borrowed`.
  var borrowedTokens: Int
}

/// Finds the copied passages of a draft (TH003): borrowed ones, and long ones whatever their class.
struct CopiedPassages {
  let corpus: Corpus
  let text: PhraseText
  let findings: Findings
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
    for match in findings.matches where match.leftDocument == draft {
      for token in Int(match.left)..<Int(match.left + match.length) {
        copied[token - range.lowerBound] = true
      }
    }
    return runs(copied, from: range.lowerBound).map { run in
      let isWhole = run.contains { findings.flags[$0] & flag != 0 }
      return CopiedPassage(
        tokens: run, sources: sources(of: run),
        isLong: isWhole || hasLongMatch(run, mining.borrowedLength.of(isSpaced: isSpaced)),
        borrowedTokens: run.count { findings.classes[$0] == TokenClass.borrowed.rawValue })
    }
  }

  /// Whether a match inside `run` has `length` tokens that are not stock.
  private func hasLongMatch(_ run: Range<Int>, _ length: Int) -> Bool {
    findings.matches.contains {
      run.contains(Int($0.left)) && Int($0.fresh) >= length
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

  /// The documents that hold most of `run`: by matches, else by the window where it begins.
  private func sources(of run: Range<Int>) -> [Int] {
    var tokens: [Int: Int] = [:]
    for match in findings.matches {
      let overlap = run.clamped(to: Int(match.left)..<Int(match.left + match.length))
      if overlap.isEmpty { continue }
      tokens[Int(match.rightDocument), default: 0] += overlap.count
    }
    if tokens.isEmpty {
      let sequence = text.tokens(run)
      for position in text.occurrences(of: sequence, limit: 100) {
        let document = text.corpus.document(at: position)
        guard text.corpus.sources[document] != TokenCorpus.uncounted else { continue }
        tokens[document, default: 0] += sequence.count
      }
    }
    return tokens.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
