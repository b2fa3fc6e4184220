internal import PhraseMining
package import PhraseReport
internal import ShingleEngine

/// Checks drafts against a corpus.
public enum Check {
  /// Classifies every token of each draft; only the corpus is counted (D2).
  ///
  /// Drafts that leave the same documents out are checked together; the answer for one does not
  /// depend on the others.
  package static func run(
    drafts: Corpus, against corpus: Corpus, settings: CheckSettings,
    progress: ProgressHandler? = nil
  ) -> CheckReport {
    let workers = Workers(count: settings.audit.jobs)
    let joined = Corpus(joining: corpus, drafts)
    let setup = CheckSetup(joined, corpusDocuments: corpus.documents.count, settings, workers)
    progress?(Progress(stage: .phrases, completed: 0, total: 1))
    var assembly = CheckAssembly(joined, setup, settings)
    for batch in setup.batches() { assembly.add(batch, workers: workers) }
    progress?(Progress(stage: .report, completed: 0, total: 1))
    return assembly.report(skipped: corpus.skipped + drafts.skipped)
  }
}

/// What is the same for all drafts of a check.
struct CheckSetup: Sendable {
  /// Drafts that leave the same documents out.
  struct Batch {
    var drafts: [Int]
    var excluded: Set<Int>
  }

  /// The corpus and the drafts, each document a source of its own.
  let text: PhraseText
  let isSpaced: [Bool]
  let facts: [DocumentFacts]
  let mining: MiningSettings
  /// Sources in the corpus.
  let sources: Int
  let corpusDocuments: Int
  /// The groups of the corpus; a draft leads a group of its own.
  let leaders: [Int]
  private let excluded: [Set<Int>]

  init(_ joined: Corpus, corpusDocuments: Int, _ settings: CheckSettings, _ workers: Workers) {
    let scripts = joined.documents.map { joined.isSpaced($0) }
    text = joined.text
    facts = DocumentFacts.of(joined, workers: workers)
    let lengths = settings.audit.shingleLength(documents: corpusDocuments)
    let grouped = Sources.grouped(
      text, lengths: scripts.map { lengths.of(isSpaced: $0) }, settings.audit, workers
    ).leaders
    let corpusLeaders = grouped.prefix(corpusDocuments)
    sources = Set(corpusLeaders).count
    var mining = MiningSettings(
      shingleLength: lengths,
      minimumSources: settings.audit.minimumSources(
        documents: corpusDocuments, sources: sources))
    mining.findsVariants = settings.audit.findsVariants
    self.mining = mining
    isSpaced = scripts
    self.corpusDocuments = corpusDocuments
    leaders = Array(corpusLeaders) + Array(corpusDocuments..<joined.documents.count)
    excluded = (corpusDocuments..<joined.documents.count).map {
      Self.excluded(for: $0, joined, grouped, corpusDocuments, settings)
    }
  }

  /// The corpus documents that are `draft` itself, and those grouped with it or them.
  private static func excluded(
    for draft: Int, _ joined: Corpus, _ leaders: [Int], _ corpusDocuments: Int,
    _ settings: CheckSettings
  ) -> Set<Int> {
    guard settings.excludesSamePath || settings.excludesSameContent else { return [] }
    let own = joined.files[joined.documents[draft].file]
    var groups: Set<Int> = [leaders[draft]]
    var excluded = Set<Int>()
    for document in 0..<corpusDocuments {
      let file = joined.files[joined.documents[document].file]
      let isSame =
        (settings.excludesSamePath && file.input.name == own.input.name)
        || (settings.excludesSameContent && file.hash == own.hash)
      if isSame {
        excluded.insert(document)
        groups.insert(leaders[document])
      }
    }
    for document in 0..<corpusDocuments where groups.contains(leaders[document]) {
      excluded.insert(document)
    }
    return excluded
  }

  /// The drafts by what they leave out, in order of their first.
  func batches() -> [Batch] {
    var batches: [Batch] = []
    for (index, excluded) in excluded.enumerated() {
      let draft = corpusDocuments + index
      if let known = batches.firstIndex(where: { $0.excluded == excluded }) {
        batches[known].drafts.append(draft)
      } else {
        batches.append(Batch(drafts: [draft], excluded: excluded))
      }
    }
    return batches
  }
}
