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

  init(
    _ drafts: Corpus, _ reference: any CheckReference, _ settings: CheckSettings,
    _ workers: Workers
  ) throws(IndexError) {
    let text = drafts.text.counted(
      as: [UInt32](repeating: TokenCorpus.uncounted, count: drafts.documents.count))
    let isSpaced = drafts.documents.map { drafts.isSpaced($0) }
    let evidence = try Evidence(drafts, text, isSpaced, reference, settings, workers).all()
    self.drafts = drafts
    self.text = text
    self.reference = reference
    self.isSpaced = isSpaced
    self.evidence = evidence
    facts = DocumentFacts.of(drafts, in: reference.series)
    allowed = drafts.allowedPhrases(settings.audit.allowed)
    let known = KnownPhrases(reference, evidence.map(\.sources))
    findings = DraftAnalysis(
      of: text, isSpaced: isSpaced, settings: reference.mining, evidence: evidence,
      reference: .init(
        inventory: reference.inventory,
        family: { reference.family(of: $0, at: $1) },
        isKnown: { known.isKnown($0, for: $1) }),
      workers: workers
    ).run(allowed: allowed.map(\.phrase), allowedFamilies: settings.audit.allowedFamilies)
  }
}

/// Finds what each draft has in common with a reference.
private struct Evidence {
  private let drafts: Corpus
  private let text: PhraseText
  private let isSpaced: [Bool]
  private let reference: any CheckReference
  private let settings: CheckSettings
  private let workers: Workers

  init(
    _ drafts: Corpus, _ text: PhraseText, _ isSpaced: [Bool], _ reference: any CheckReference,
    _ settings: CheckSettings, _ workers: Workers
  ) {
    self.drafts = drafts
    self.text = text
    self.isSpaced = isSpaced
    self.reference = reference
    self.settings = settings
    self.workers = workers
  }

  /// The evidence for each draft: one pass over the reference for each length of windows.
  func all() throws(IndexError) -> [DraftEvidence] {
    let lengths = isSpaced.map { reference.mining.shingleLength.of(isSpaced: $0) }
    var evidence: [DraftEvidence?] = isSpaced.map { _ in nil }
    for length in Set(lengths).sorted() {
      let members = lengths.indices.filter { lengths[$0] == length }
      let search = CommonRunSearch(
        text.corpus, documents: members, length: length, workers: workers)
      let windows = search.frequentWindows
      let common = try reference.commonRuns(search, words: drafts.words)
      for (draft, found) in zip(members, byDraft(common, members)) {
        evidence[draft] = DraftEvidence(
          runs: found.runs, frequentWindows: windows, frequent: found.frequent,
          sources: try sources(for: draft, found.runs, length))
      }
    }
    return evidence.map { $0! }
  }

  /// `found` by draft. A frequent window that stands in several drafts is noted by its first place, which
  /// need not be in this one, so each draft gets all of them.
  private func byDraft(_ found: CommonRuns, _ members: [Int]) -> [CommonRuns] {
    if members.count == 1 { return [found] }
    var parts = [CommonRuns](repeating: CommonRuns(), count: drafts.documents.count)
    for run in found.runs { parts[text.corpus.document(at: Int(run.draft))].runs.append(run) }
    return members.map { draft in
      parts[draft].frequent = found.frequent
      return parts[draft]
    }
  }

  /// The source of each document for `draft`; none for those that are the draft itself.
  private func sources(
    for draft: Int, _ runs: [CommonRun], _ length: Int
  ) throws(IndexError) -> [UInt32] {
    let excluded = try DraftExclusion(drafts, reference, settings)
      .excluded(for: draft, runs, length: length)
    return Sources.numbers(
      reference.documents.enumerated().map { excluded[$0] ? nil : $1.leader })
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
    for place in reference.family(known.family).places
    where Int(place.variant) == known.variant && place.similarity == 1 {
      holders.insert(sources[Int(place.document)])
      holders.remove(TokenCorpus.uncounted)
      if holders.count >= reference.mining.minimumSources { return true }
    }
    return false
  }
}
