internal import CorpusIndex
internal import PhraseMining
internal import ShingleEngine
internal import TextIngest

/// Tells which documents of a reference are a draft itself, or nearly the same (D2, D6).
struct DraftExclusion {
  private let drafts: Corpus
  private let reference: any CheckReference
  private let settings: CheckSettings

  /// One token in five may be missing from what near-duplicates share.
  private static let missingShare = 5

  init(_ drafts: Corpus, _ reference: any CheckReference, _ settings: CheckSettings) {
    self.drafts = drafts
    self.reference = reference
    self.settings = settings
  }

  /// Whether each document is left out for `draft`.
  ///
  /// - Parameters:
  ///   - runs: what the draft has in common with the reference.
  ///   - length: tokens of the draft's windows.
  func excluded(
    for draft: Int, _ runs: [CommonRun], length: Int
  ) throws(IndexError) -> [Bool] {
    let documents = reference.documents
    let leftOut = documents.map { settings.leftOut.contains($0.path) }
    guard settings.excludesSamePath || settings.excludesSameContent else {
      return leftOut
    }
    let file = drafts.files[drafts.documents[draft].file]
    let name = name(of: file)
    var groups = Set<Int>()
    for document in documents {
      let isSame =
        (settings.excludesSamePath && document.path == name)
        || (settings.excludesSameContent && document.hash == file.hash)
      if isSame { groups.insert(document.leader) }
    }
    if settings.audit.groupsNearDuplicates,
      let leader = try duplicatedLeader(draft, runs, length: length)
    {
      groups.insert(leader)
    }
    if groups.isEmpty { return leftOut }
    return zip(documents, leftOut).map { groups.contains($0.leader) || $1 }
  }

  /// The name that the reference would give to `file`; one that is not there, but in the past of a
  /// repository, is known by its absolute path.
  private func name(of file: CorpusFile) -> String {
    settings.base.map { file.input.path(in: $0) } ?? file.input.name
  }

  /// The first leader of a group that the draft nearly duplicates.
  private func duplicatedLeader(
    _ draft: Int, _ runs: [CommonRun], length: Int
  ) throws(IndexError) -> Int? {
    let tokens = drafts.documents[draft].tokens
    if tokens.isEmpty { return nil }
    var common: [UInt32: Int] = [:]
    for run in runs where reference.documents[Int(run.document)].leader == Int(run.document) {
      common[run.document, default: 0] += Int(run.length)
    }
    let least = tokens.count - tokens.count / Self.missingShare
    let candidates = common.filter { $0.value >= least }.keys.sorted()
    for candidate in candidates where try isDuplicate(draft, Int(candidate), runs, length) {
      return Int(candidate)
    }
    return nil
  }

  private func isDuplicate(
    _ draft: Int, _ document: Int, _ runs: [CommonRun], _ length: Int
  ) throws(IndexError) -> Bool {
    let tokens = drafts.documents[draft].tokens
    let other = reference.documents[document]
    // Windows of one length say nothing of those of another.
    guard reference.mining.shingleLength.of(isSpaced: other.isSpaced) == length else {
      return false
    }
    let own = runs.filter { $0.document == UInt32(document) }
    let left = own.map { $0.draftRange }
    let right = own.map { Int($0.offset)..<Int($0.offset) + Int($0.length) }
    guard covers(left, tokens.count), covers(right, other.tokens) else { return false }
    return try sharesSketch(draft, document, length)
  }

  /// Whether all but one in five of `count` tokens lie in `ranges`.
  private func covers(_ ranges: [Range<Int>], _ count: Int) -> Bool {
    var covered = 0
    var end = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      covered += max(0, range.upperBound - max(end, range.lowerBound))
      end = max(end, range.upperBound)
    }
    return count - covered <= count / Self.missingShare
  }

  private func sharesSketch(_ draft: Int, _ document: Int, _ length: Int) throws(IndexError) -> Bool
  {
    let text = drafts.text.corpus
    let own = Sketches.sketch(of: text.range(of: draft), in: .corpus(text), length: length)
    return try !Set(own).isDisjoint(with: reference.sketch(of: document))
  }
}
