import PhraseMining
import ShingleEngine
import Taohua
import TestSupport

/// A check as DESIGN §4 defines it, done by hand: on arrays of words, window by window, without hashes,
/// runs or an index.
struct CheckTwin {
  /// A document as its tokens say (D1).
  struct Document {
    let id: String
    let path: String
    let content: [UInt8]
    /// Words by block.
    let blocks: [[Int]]
    let isSpaced: Bool

    var tokens: [Int] { Array(blocks.joined()) }

    /// Each window of `length` tokens of one block, with the position of its first one.
    func windows(_ length: Int) -> [(tokens: ArraySlice<Int>, position: Int)] {
      var windows: [(tokens: ArraySlice<Int>, position: Int)] = []
      var position = 0
      for block in blocks {
        for start in 0..<max(0, block.count - length + 1) {
          windows.append((block[start..<start + length], position + start))
        }
        position += block.count
      }
      return windows
    }
  }

  /// Names of words: equal ones have one number.
  private final class Words {
    private var numbers = ["{slot}": 0]

    func number(_ text: String) -> Int {
      if let known = numbers[text] { return known }
      numbers[text] = numbers.count
      return numbers.count - 1
    }
  }

  /// A stretch of words that a draft has in common with a document.
  private struct Passage {
    var left: Range<Int>
    var right: Range<Int>
  }

  let drafts: [Document]
  let corpus: [Document]
  private let settings: AuditSettings
  /// The first document of each one's group (D6).
  private let leaders: [Int]
  private let minimumSources: Int

  init(drafts: Corpus, corpus: Corpus, settings: AuditSettings) {
    let words = Words()
    self.drafts = Self.documents(drafts, words)
    self.corpus = Self.documents(corpus, words)
    self.settings = settings
    let count = self.corpus.count
    let isFew = (settings.minimumDocuments ?? (count < 6 ? 2 : 3)) == 2
    length = { isSpaced in settings.minimumLength ?? (isSpaced ? 5 : isFew ? 8 : 6) }
    leaders = Self.leaders(self.corpus, settings, length)
    let sources = Set(leaders).count
    minimumSources = settings.minimumDocuments ?? (count < 6 ? 2 : max(3, (sources + 99) / 100))
  }

  /// k.
  private let length: (Bool) -> Int

  private static func documents(_ corpus: Corpus, _ words: Words) -> [Document] {
    corpus.documents.map { document in
      let starts = document.blockStarts.map { Int($0) } + [document.tokens.upperBound]
      let texts = document.tokens.map { corpus.text(ofToken: corpus.tokens[$0]) }
      let blocks = zip(starts, starts.dropFirst()).map { start, end in
        texts[start - document.tokens.lowerBound..<end - document.tokens.lowerBound]
          .map { words.number($0) }
      }
      let counted = texts.filter { $0 != "{slot}" }
      let characters = counted.count { $0.unicodeScalars.count == 1 && $0.utf8.count > 1 }
      let file = corpus.files[document.file]
      return Document(
        id: document.id, path: file.input.name, content: file.content, blocks: blocks,
        isSpaced: 2 * characters < counted.count)
    }
  }

  /// Whether at least half of `tokens` are not slots.
  private static func counts(_ tokens: ArraySlice<Int>) -> Bool {
    2 * tokens.count { $0 == 0 } <= tokens.count
  }

  // MARK: Sources

  private static func leaders(
    _ corpus: [Document], _ settings: AuditSettings, _ length: (Bool) -> Int
  ) -> [Int] {
    var leaders: [Int] = []
    for document in corpus.indices {
      let leader = (0..<document).first {
        leaders[$0] == $0 && areDuplicates(corpus[document], corpus[$0], length)
      }
      leaders.append(settings.groupsNearDuplicates ? leader ?? document : document)
    }
    return leaders
  }

  /// D6. That one of the 64 smallest hashes is common is not asked: it is, where so much is common.
  private static func areDuplicates(
    _ left: Document, _ right: Document, _ length: (Bool) -> Int
  ) -> Bool {
    guard left.isSpaced == right.isSpaced || length(true) == length(false) else { return false }
    let size = length(left.isSpaced)
    func isCovered(_ one: Document, by other: Document) -> Bool {
      let held = Set(other.windows(size).map(\.tokens))
      var covered = Set<Int>()
      for window in one.windows(size) where held.contains(window.tokens) {
        covered.formUnion(window.position..<window.position + size)
      }
      return !covered.isEmpty && 5 * covered.count >= 4 * one.tokens.count
    }
    return isCovered(left, by: right) && isCovered(right, by: left)
  }

  /// The documents that `draft` is compared with: not itself, nor what is grouped with it.
  private func compared(with draft: Document) -> [Int] {
    var own = Set(
      corpus.indices.filter {
        corpus[$0].path == draft.path || corpus[$0].content == draft.content
      }.map { leaders[$0] })
    if settings.groupsNearDuplicates {
      let leader = corpus.indices.first {
        leaders[$0] == $0 && Self.areDuplicates(draft, corpus[$0], length)
      }
      if let leader { own.insert(leader) }
    }
    return corpus.indices.filter { !own.contains(leaders[$0]) }
  }

  /// How many documents a draft is compared with.
  func compared(withDraft index: Int) -> Int { compared(with: drafts[index]).count }

  /// Whether a window stands in so many places of a draft that it begins no passage
  /// (`CensusTaker.maximumPlaces`).
  func isPeriodic(draft index: Int) -> Bool {
    let windows = drafts[index].windows(length(drafts[index].isSpaced)).map(\.tokens)
    return Dictionary(grouping: windows) { $0 }.contains { $1.count > 64 }
  }

  // MARK: Classes

  /// The class of every token of a draft.
  ///
  /// - Parameter edited: tokens in near variants of stock phrases (D4), which are not told here.
  func classes(ofDraft index: Int, edited: Set<Int>) -> [TokenClass] {
    let draft = drafts[index]
    let compared = compared(with: draft)
    var classes = [TokenClass](repeating: .original, count: draft.tokens.count)
    func raise(_ range: Range<Int>, _ tokenClass: TokenClass) {
      for position in range { classes[position] = max(classes[position], tokenClass) }
    }
    let size = length(draft.isSpaced)
    for position in stock(draft, compared, size) { raise(position..<position + size, .stock) }
    for position in edited { raise(position..<position + 1, .stock) }
    for range in borrowed(draft, compared, classes) { raise(range, .borrowed) }
    let sharedSize = draft.isSpaced ? 8 : 13
    for position in windows(of: draft, in: compared, sharedSize) {
      raise(position..<position + sharedSize, .shared)
    }
    for position in repeated(draft, size) { raise(position..<position + size, .repeated) }
    return classes
  }

  /// Tokens in windows that stand whole in another source, of the length that makes a copy.
  func copied(inDraft index: Int) -> Set<Int> {
    let draft = drafts[index]
    let size = draft.isSpaced ? 40 : 60
    let starts = windows(of: draft, in: compared(with: draft), size)
    return Set(starts.flatMap { $0..<$0 + size })
  }

  /// D2: where windows begin that stand in enough sources.
  private func stock(_ draft: Document, _ compared: [Int], _ size: Int) -> [Int] {
    var holders: [ArraySlice<Int>: Set<Int>] = [:]
    for document in compared {
      for window in corpus[document].windows(size) {
        holders[window.tokens, default: []].insert(leaders[document])
      }
    }
    return draft.windows(size).filter {
      Self.counts($0.tokens) && holders[$0.tokens, default: []].count >= minimumSources
    }.map(\.position)
  }

  private func windows(of draft: Document, in compared: [Int], _ size: Int) -> [Int] {
    let held = Set(compared.flatMap { corpus[$0].windows(size).map(\.tokens) })
    return draft.windows(size).filter { Self.counts($0.tokens) && held.contains($0.tokens) }
      .map(\.position)
  }

  private func repeated(_ draft: Document, _ size: Int) -> [Int] {
    var first: [ArraySlice<Int>: Int] = [:]
    return draft.windows(size).filter { window in
      guard let start = first[window.tokens] else {
        first[window.tokens] = window.position
        return false
      }
      return Self.counts(window.tokens) && start + size <= window.position
    }.map(\.position)
  }

  /// Passages of one document with enough tokens that are not stock, or two of half as many in order.
  private func borrowed(
    _ draft: Document, _ compared: [Int], _ classes: [TokenClass]
  ) -> [Range<Int>] {
    let enough = draft.isSpaced ? 25 : 40
    return compared.flatMap { document in
      func fresh(_ passage: Passage) -> Int { passage.left.count { classes[$0] < .stock } }
      let passages = passages(draft, corpus[document], atLeast: enough / 2)
        .filter { 2 * fresh($0) >= enough }
      func follow(_ first: Passage, _ second: Passage) -> Bool {
        first.left.upperBound <= second.left.lowerBound
          && first.right.upperBound <= second.right.lowerBound
      }
      return passages.filter { passage in
        fresh(passage) >= enough
          || passages.contains { follow($0, passage) || follow(passage, $0) }
      }.map(\.left)
    }
  }

  /// The longest stretches that two documents have in common, inside of blocks.
  private func passages(
    _ left: Document, _ right: Document, atLeast least: Int
  ) -> [Passage] {
    var found: [Passage] = []
    var leftStart = 0
    for one in left.blocks {
      var rightStart = 0
      for other in right.blocks {
        for (a, b) in Self.common(one, other) where a.count >= least {
          found.append(
            Passage(
              left: a.lowerBound + leftStart..<a.upperBound + leftStart,
              right: b.lowerBound + rightStart..<b.upperBound + rightStart))
        }
        rightStart += other.count
      }
      leftStart += one.count
    }
    return found
  }

  private static func common(_ left: [Int], _ right: [Int]) -> [(Range<Int>, Range<Int>)] {
    var found: [(Range<Int>, Range<Int>)] = []
    // How many tokens before each of `right` are common with those before the one of `left`.
    var before = [Int](repeating: 0, count: right.count + 1)
    for a in left.indices {
      var lengths = [Int](repeating: 0, count: right.count + 1)
      for b in right.indices where left[a] == right[b] {
        lengths[b + 1] = before[b] + 1
        let ends = a + 1 == left.count || b + 1 == right.count || left[a + 1] != right[b + 1]
        if ends { found.append((a + 1 - lengths[b + 1]..<a + 1, b + 1 - lengths[b + 1]..<b + 1)) }
      }
      before = lengths
    }
    return found
  }
}
