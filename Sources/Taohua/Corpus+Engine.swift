internal import PhraseMining
internal import ShingleEngine
internal import TextIngest

extension Corpus {
  /// The documents as the engine wants them, each a source of its own. Positions and documents of
  /// the engine are those of the corpus.
  var text: PhraseText {
    var starts = [0]
    var blockStarts: [UInt32] = []
    blockStarts.reserveCapacity(documents.reduce(0) { $0 + $1.blockStarts.count })
    for document in documents {
      precondition(document.tokens.lowerBound == starts.last!, "tokens without a document")
      blockStarts += document.blockStarts
      starts.append(document.tokens.upperBound)
    }
    let tokens = TokenCorpus(
      tokens: tokens, documentStarts: starts, sources: documents.indices.map { UInt32($0) },
      blockStarts: blockStarts, wordHashes: words.map { RollingHash.hash(ofWord: $0) })
    return PhraseText(corpus: tokens, boundaries: separators, words: words)
  }
}

/// How documents are counted.
enum Sources {
  /// The sources of documents, numbered from 0 in the order of their first documents.
  ///
  /// - Parameter leaders: for each document the first member of its group, itself if it leads one;
  ///   nil where it is compared but not counted.
  static func numbers(_ leaders: [Int?]) -> [UInt32] {
    var numbers = [UInt32](repeating: TokenCorpus.uncounted, count: leaders.count)
    var count: UInt32 = 0
    return leaders.map { leader in
      guard let leader else { return TokenCorpus.uncounted }
      if numbers[leader] == TokenCorpus.uncounted {
        numbers[leader] = count
        count += 1
      }
      return numbers[leader]
    }
  }

  /// `leaders`, with all documents of one value of `key` in the group of the first of them; those
  /// without a value stay as they are.
  static func merged(
    _ leaders: [Int], by key: CountingKey, _ facts: [DocumentFacts]
  ) -> [Int] {
    var merged = leaders
    var first: [String: Int] = [:]
    func root(_ document: Int) -> Int {
      var document = document
      while merged[document] != document { document = merged[document] }
      return document
    }
    for document in leaders.indices {
      guard let value = facts[document].value(of: key) else { continue }
      let group = root(document)
      if let known = first[value] {
        let other = root(known)
        merged[max(group, other)] = min(group, other)
      } else {
        first[value] = document
      }
    }
    return leaders.indices.map(root)
  }

  /// The near-duplicate groups of `text` (D6), and the windows that told them.
  ///
  /// - Parameters:
  ///   - lengths: each document's shingle length.
  ///   - known: the groups of windows of these lengths, if they are known.
  static func grouped(
    _ text: PhraseText, lengths: [Int], known: consuming ShingleGroups? = nil,
    _ settings: AuditSettings, _ workers: Workers
  ) -> Grouping {
    guard settings.groupsNearDuplicates else {
      return Grouping(leaders: Array(lengths.indices), windows: known)
    }
    let windows =
      known
      ?? ShingleGroups(
        of: text.corpus, lengths: lengths,
        grouping: WindowGrouping(corpus: text.corpus, workers: workers))
    let leaders = NearDuplicates(
      corpus: text.corpus, workers: workers, lengths: lengths, groups: windows
    ).leaders()
    return Grouping(leaders: leaders, windows: windows)
  }

  struct Grouping {
    /// For each document the first member of its group, itself if it leads one.
    var leaders: [Int]
    /// The groups of windows that told them, for further use.
    var windows: ShingleGroups?
  }
}
