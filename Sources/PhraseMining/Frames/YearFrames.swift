package import ShingleEngine

/// How much of the documents of each year stands in the sources just before it, the same number of them for
/// every year: its frame.
///
/// In an open corpus whatever comes late has more to agree with, which makes trends of nothing.
package struct YearFrames: Sendable {
  /// A document and the year that it is of.
  package struct DatedDocument: Hashable, Sendable {
    package var document: Int
    package var year: Int

    package init(document: Int, year: Int) {
      self.document = document
      self.year = year
    }
  }

  /// What was counted of a year.
  package struct Year: Hashable, Sendable {
    package var year: Int
    package var documents: Int
    package var tokens: Int
    /// The tokens in windows that stand in enough sources of the frame.
    package var counted: Int
    /// The sources in the frame.
    package var frame: Int

    package init(year: Int, documents: Int, tokens: Int, counted: Int, frame: Int) {
      self.year = year
      self.documents = documents
      self.tokens = tokens
      self.counted = counted
      self.frame = frame
    }
  }

  private let corpus: TokenCorpus
  private let dated: [DatedDocument]
  private let lengths: [Int]
  private let size: Int
  private let minimumSources: Int
  private let workers: Workers

  /// - Parameters:
  ///   - corpus: the documents and their sources.
  ///   - dated: those with a year, in order of time: years do not fall.
  ///   - lengths: each document's shingle length.
  ///   - size: sources in a frame.
  ///   - minimumSources: in how many of them a window must stand to count.
  ///   - workers: the threads to use.
  package init(
    of corpus: TokenCorpus, dated: [DatedDocument], lengths: [Int], size: Int,
    minimumSources: Int, workers: Workers
  ) {
    self.corpus = corpus
    self.dated = dated
    self.lengths = lengths
    self.size = size
    self.minimumSources = minimumSources
    self.workers = workers
  }

  /// Each year that has a document, rising. O(n), and the tokens of each frame.
  package func years() -> [Year] {
    let members = Dictionary(grouping: dated, by: \.year).sorted { $0.key < $1.key }
    return workers.map(members.count) { index in
      count(members[index].key, members[index].value.map(\.document))
    }
  }

  /// The documents before `year` of the sources that are the last to have one.
  private func frame(before year: Int) -> [Int] {
    let earlier = dated.prefix { $0.year < year }.map(\.document)
    var sources = Set<UInt32>()
    for document in earlier.reversed() where sources.count < size {
      sources.insert(corpus.sources[document])
    }
    return earlier.filter { sources.contains(corpus.sources[$0]) }
  }

  private func count(_ year: Int, _ members: [Int]) -> Year {
    let documents = corpus.selecting(members)
    let before = corpus.selecting(frame(before: year))
    var counted = 0
    for length in Set(members.map { lengths[$0] }) {
      let own = members.indices.filter { lengths[members[$0]] == length }
      counted += coveredTokens(of: own, in: documents, before, length: length)
    }
    return Year(
      year: year, documents: members.count, tokens: documents.tokens.count, counted: counted,
      frame: Set(before.sources).count)
  }

  /// The tokens of `own`, documents of `documents`, in windows of `length` that count.
  private func coveredTokens(
    of own: [Int], in documents: TokenCorpus, _ frame: TokenCorpus, length: Int
  ) -> Int {
    let blocks = own.flatMap { documents.blocks(in: documents.range(of: $0)) }.map {
      Int(documents.blockStarts[$0])..<documents.blockEnd($0)
    }
    let windows = DraftWindows(documents, in: blocks, length: length)
    let sources = sourceCounts(of: windows, in: frame)
    var tokens = 0
    for block in blocks {
      var end = block.lowerBound
      for position in block {
        let window = windows.window(at: position)
        guard window != DraftWindows.none, Int(sources[Int(window)]) >= minimumSources,
          documents.hasEnoughWords(at: position, length: length)
        else { continue }
        tokens += position + length - max(position, end)
        end = position + length
      }
    }
    return tokens
  }

  /// In how many sources of `frame` each of `windows` stands.
  private func sourceCounts(of windows: DraftWindows, in frame: TokenCorpus) -> [UInt32] {
    var first: [UInt32: Int] = [:]
    let leaders = frame.sources.enumerated().map { document, source in
      let leader = first[source] ?? document
      first[source] = leader
      return leader
    }
    let part = DocumentPart(
      tokens: .corpus(frame), starts: frame.documentStarts,
      numbers: leaders.indices.map { UInt32($0) })
    return CensusTaker(
      windows, runLength: nil, leaders: leaders,
      isCounted: [Bool](repeating: true, count: leaders.count), workers: workers
    ).census([part]).counts
  }
}
