internal import CorpusIndex
internal import PhraseMining
internal import ShingleEngine
internal import TextIngest

/// Tells which documents of a reference are a draft itself, or nearly the same (D2, D6).
struct DraftExclusion {
  private let drafts: Corpus
  private let reference: any CheckReference
  private let parts: [DocumentPart]
  private let settings: CheckSettings

  /// One token in five may be missing from what near-duplicates share.
  private static let missingShare = 5

  init(
    _ drafts: Corpus, _ reference: any CheckReference, _ parts: [DocumentPart],
    _ settings: CheckSettings
  ) {
    self.drafts = drafts
    self.reference = reference
    self.parts = parts
    self.settings = settings
  }

  /// The leaders of the groups of documents that are left out for `draft`.
  ///
  /// - Parameters:
  ///   - matches: looks documents up for windows of the draft.
  ///   - candidates: documents of which most tokens lie in windows of drafts, rising.
  func groups(for draft: Int, _ matches: DocumentMatches, candidates: [Int]) -> Set<Int> {
    guard settings.excludesSamePath || settings.excludesSameContent else { return [] }
    let file = drafts.files[drafts.documents[draft].file]
    let place = FilePlace(of: file.input)
    var groups = Set<Int>()
    let documents = reference.documents
    // By index: of each document that is taken out whole, a dozen parts are copied.
    for document in documents.indices {
      let isSame =
        (settings.excludesSamePath
          && place.isPlace(
            documents[document].location, of: documents[document].path, base: settings.base))
        || (settings.excludesSameContent && documents[document].hash == file.hash)
      if isSame { groups.insert(documents[document].leader) }
    }
    if settings.audit.groupsNearDuplicates,
      let leader = duplicatedLeader(draft, matches, candidates)
    {
      groups.insert(leader)
    }
    return groups
  }

  /// The first leader of a group that the draft nearly duplicates.
  private func duplicatedLeader(
    _ draft: Int, _ matches: DocumentMatches, _ candidates: [Int]
  ) -> Int? {
    let length = matches.windows.length
    let text = drafts.text.corpus
    if text.range(of: draft).isEmpty { return nil }
    let own = Set(
      Sketches.sketch(of: text.range(of: draft), in: .corpus(text), length: length))
    return candidates.first { document in
      let other = reference.documents[document]
      // Windows of one length say nothing of those of another.
      return other.leader == document
        && reference.mining.shingleLength.of(isSpaced: other.isSpaced) == length
        && covers(matches, draft, document)
        && !own.isDisjoint(
          with: Sketches.sketch(ofDocument: document, in: parts, length: length))
    }
  }

  /// Whether the draft and `document` have all but one token in five of each in common windows.
  private func covers(_ matches: DocumentMatches, _ draft: Int, _ document: Int) -> Bool {
    let windows = matches.windows
    var covered = Coverage(length: windows.length)
    var held = Set<UInt32>()
    matches.forEachMatch(inDocument: document) { offset, window in
      covered.add(windowAt: offset)
      held.insert(window)
    }
    guard covered.isEnough(of: reference.documents[document].tokens) else { return false }
    let range = drafts.text.corpus.range(of: draft)
    var coveredHere = Coverage(length: windows.length)
    for position in range where held.contains(windows.window(at: position)) {
      coveredHere.add(windowAt: position)
    }
    return coveredHere.isEnough(of: range.count)
  }

  /// The tokens that lie in some windows.
  private struct Coverage {
    /// Tokens of a window.
    let length: Int
    private var tokens = 0
    private var end = 0

    init(length: Int) { self.length = length }

    /// Adds the window that begins at `place`; places rise.
    mutating func add(windowAt place: Int) {
      tokens += place + length - max(end, place)
      end = place + length
    }

    /// Whether these are all but one in five of `count` tokens.
    func isEnough(of count: Int) -> Bool {
      count - tokens <= count / DraftExclusion.missingShare
    }
  }
}

/// Where a file is, whatever names and links lead there.
private struct FilePlace {
  private let path: String
  /// The last part of it.
  private let name: [UInt8]

  /// One that is not there, but in the past of a repository, is known by its absolute path.
  init(of input: InputPath) {
    path = input.path(in: "/")
    name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
  }

  /// Whether `location` is here, that of a document of the reference whose file is called `path` there.
  ///
  /// - Parameter base: what the locations of the reference are relative to; nil for the working folder.
  func isPlace(_ location: String, of path: String, base: String?) -> Bool {
    // Asking the system about every document would take longer than the check.
    guard location.utf8.suffix(name.count).elementsEqual(name) else { return false }
    let isAbsolute = location.utf8.first == UInt8(ascii: "/")
    let whole = isAbsolute ? location : (base ?? ".") + "/" + location
    let input = InputPath(path: whole, name: path, isNamed: false)
    return LexicalPath.areSame(input.path(in: "/"), self.path)
  }
}
