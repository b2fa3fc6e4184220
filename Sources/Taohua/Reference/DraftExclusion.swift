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
    let place = FilePlace(of: file.input)
    var groups = Set<Int>()
    for document in documents {
      let isSame =
        (settings.excludesSamePath && place.isPlace(of: document, base: settings.base))
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

  /// The first leader of a group that the draft nearly duplicates.
  private func duplicatedLeader(
    _ draft: Int, _ runs: [CommonRun], length: Int
  ) throws(IndexError) -> Int? {
    let tokens = drafts.documents[draft].tokens
    if tokens.isEmpty { return nil }
    var common = [Int](repeating: 0, count: reference.documents.count)
    for run in runs { common[Int(run.document)] += Int(run.length) }
    let least = tokens.count - tokens.count / Self.missingShare
    var own: [UInt32: [CommonRun]] = [:]
    for run in runs where common[Int(run.document)] >= least {
      own[run.document, default: []].append(run)
    }
    for (document, runs) in own.sorted(by: { $0.key < $1.key })
    where reference.documents[Int(document)].leader == Int(document) {
      if try isDuplicate(draft, Int(document), runs, length) { return Int(document) }
    }
    return nil
  }

  /// Whether the draft and `document`, which have `runs` in common, are nearly the same.
  private func isDuplicate(
    _ draft: Int, _ document: Int, _ runs: [CommonRun], _ length: Int
  ) throws(IndexError) -> Bool {
    let tokens = drafts.documents[draft].tokens
    let other = reference.documents[document]
    // Windows of one length say nothing of those of another.
    guard reference.mining.shingleLength.of(isSpaced: other.isSpaced) == length else {
      return false
    }
    let left = runs.map { $0.draftRange }
    let right = runs.map { Int($0.offset)..<Int($0.offset) + Int($0.length) }
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

/// Where a file is, whatever names and links lead there.
private struct FilePlace {
  private let path: String

  /// One that is not there, but in the past of a repository, is known by its absolute path.
  init(of input: InputPath) { path = input.path(in: "/") }

  /// - Parameter base: what the locations of the reference are relative to; nil for the working folder.
  func isPlace(of document: ReferenceDocument, base: String?) -> Bool {
    // Asking the system about every document would take longer than the check.
    guard Self.lastComponent(document.location).elementsEqual(Self.lastComponent(path)) else {
      return false
    }
    let isAbsolute = document.location.utf8.first == UInt8(ascii: "/")
    let location = isAbsolute ? document.location : (base ?? ".") + "/" + document.location
    let input = InputPath(path: location, name: document.path, isNamed: false)
    return LexicalPath.areSame(input.path(in: "/"), path)
  }

  private static func lastComponent(_ path: String) -> Substring.UTF8View {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
    return path[(start ?? path.startIndex)...].utf8
  }
}
