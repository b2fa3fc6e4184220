internal import CorpusIndex
internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Drafts, what they were compared with, and what came of it.
struct Comparison: Sendable {
  /// In the numbering of the reference.
  let drafts: Corpus
  let text: PhraseText
  let reference: any CheckReference
  let isSpaced: [Bool]
  let facts: [DocumentFacts]
  let evidence: [DraftEvidence]
  let allowed: [(phrase: AllowedPhrase, entry: Int)]
  let findings: Findings
  /// How often what may be names of places in the drafts stands in the reference.
  let names: PairCounts

  init(
    _ drafts: Corpus, _ reference: any CheckReference, _ settings: CheckSettings,
    _ workers: Workers
  ) throws(IndexError) {
    let text = drafts.text.counted(
      as: [UInt32](repeating: TokenCorpus.uncounted, count: drafts.documents.count))
    let isSpaced = drafts.documents.map { drafts.isSpaced($0) }
    // One thread's work, most of it, while all look through the reference.
    let survey = workers.start(1) { _ in
      DraftSurvey(
        of: text.corpus, isSpaced: isSpaced, settings: reference.mining,
        inventory: reference.inventory, workers: workers)
    }
    let windows = workers.start(1) { _ in
      EvidenceSearch.windows(of: text.corpus, isSpaced, reference.mining)
    }
    let parts = try reference.parts(words: drafts.words)
    let (evidence, places) = EvidenceSearch(
      drafts, text.corpus, isSpaced, reference, parts, settings, workers
    ).all(windows.finish()[0])
    var names = PlaceNames.candidates(in: drafts)
    // Most of what follows is one thread's work: the others count meanwhile.
    let counting = reference.counting(names)
    self.drafts = drafts
    self.text = text
    self.reference = reference
    self.isSpaced = isSpaced
    self.evidence = evidence
    facts = DocumentFacts.of(drafts, in: reference.series)
    allowed = drafts.allowedPhrases(settings.audit.allowed)
    let known = KnownPhrases(reference, evidence.map(\.sources))
    let passages = HeldPassages(
      text.corpus, isSpaced, reference.mining, evidence, places, parts, workers)
    findings = DraftAnalysis(
      of: text, isSpaced: isSpaced, settings: reference.mining, evidence: evidence,
      reference: .init(
        inventory: reference.inventory,
        family: { reference.family(of: $0, at: $1) },
        isKnown: { known.isKnown($0, for: $1) },
        holders: { passages.holders($0) }),
      survey: survey.finish()[0], workers: workers
    ).run(allowed: allowed.map(\.phrase), allowedFamilies: settings.audit.allowedFamilies)
    names.add(counting)
    self.names = names
  }
}

/// Finds where the reference holds the most of passages of the drafts.
private struct HeldPassages: Sendable {
  private let drafts: TokenCorpus
  private let lengths: [Int]
  private let minimumSources: Int
  private let evidence: [DraftEvidence]
  /// By length of windows.
  private let places: [Int: WindowPlaces]
  private let parts: [DocumentPart]
  private let workers: Workers

  init(
    _ drafts: TokenCorpus, _ isSpaced: [Bool], _ mining: MiningSettings,
    _ evidence: [DraftEvidence], _ places: [Int: WindowPlaces], _ parts: [DocumentPart],
    _ workers: Workers
  ) {
    self.drafts = drafts
    minimumSources = mining.minimumSources
    lengths = isSpaced.map { mining.shingleLength.of(isSpaced: $0) }
    self.evidence = evidence
    self.places = places
    self.parts = parts
    self.workers = workers
  }

  /// The stock window that fewest sources hold of those in `passage`; where allowed wording left none whole,
  /// of those that reach into it. Nil if there is none.
  private func anchor(of passage: Range<Int>, draft: Int) -> Int? {
    let range = drafts.range(of: draft)
    let length = lengths[draft]
    func rarest(_ positions: Range<Int>) -> Int? {
      let counts = evidence[draft].counts
      return positions.clamped(to: range)
        .filter { counts[$0 - range.lowerBound] >= minimumSources }
        .min { counts[$0 - range.lowerBound] < counts[$1 - range.lowerBound] }
    }
    let inside = passage.count < length ? nil : rarest(passage.dropLast(length - 1))
    return inside ?? rarest(passage.lowerBound - length + 1..<passage.upperBound)
  }

  /// The places of each of `passages`: one more pass over the reference for each length of windows, where
  /// the first did not write all of them down.
  func holders(_ passages: [Range<Int>]) -> [[CommonRun]] {
    var holders = [[CommonRun]](repeating: [], count: passages.count)
    let draftOf = passages.map { drafts.document(at: $0.lowerBound) }
    for length in Set(draftOf.map { lengths[$0] }).sorted() {
      let anchors = passages.indices.map { index in
        lengths[draftOf[index]] == length
          ? anchor(of: passages[index], draft: draftOf[index]) : nil
      }
      let members = passages.indices.filter { anchors[$0] != nil }
      let search = HolderSearch(
        members.map { passages[$0] }, anchors: members.map { anchors[$0]! }, of: drafts,
        length: length, workers: workers
      ) { [evidence] passage, document in
        evidence[draftOf[members[passage]]].sources[Int(document)] != TokenCorpus.uncounted
      }
      for (passage, found) in zip(members, search.holders(in: parts, places: places[length])) {
        holders[passage] = found
      }
    }
    return holders
  }
}

/// Tells which phrases stand in enough of the sources that a draft is compared with.
private final class KnownPhrases: Sendable {
  private let reference: any CheckReference
  /// For each draft the sources that count; nil where none is left out.
  private let sources: [[UInt32]?]

  init(_ reference: any CheckReference, _ sources: [[UInt32]]) {
    self.reference = reference
    self.sources = sources.map { $0.contains(TokenCorpus.uncounted) ? $0 : nil }
  }

  func isKnown(_ phrase: Int, for draft: Int) -> Bool {
    guard let sources = sources[draft] else { return true }
    let known = reference.inventory.phrases[phrase]
    var holders = Set<UInt32>()
    for place in reference.family(known.family, inFirst: nil).places
    where Int(place.variant) == known.variant && place.similarity == 1 {
      holders.insert(sources[Int(place.document)])
      holders.remove(TokenCorpus.uncounted)
      if holders.count >= reference.mining.minimumSources { return true }
    }
    return false
  }
}
