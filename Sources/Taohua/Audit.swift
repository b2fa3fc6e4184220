internal import PhraseMining
package import PhraseReport
internal import ShingleEngine

/// Finds the stock phrases of a corpus.
public enum Audit {
  /// Audits `corpus`. The result depends on the documents and the settings alone.
  package static func run(
    _ corpus: Corpus, settings: AuditSettings, progress: ProgressHandler? = nil
  ) -> AuditReport {
    let workers = Workers(count: settings.jobs)
    let scripts = corpus.documents.map { corpus.isSpaced($0) }
    progress?(Progress(stage: .comparing, completed: 0, total: 1))
    let leaders = Sources.leaders(of: corpus, isSpaced: scripts, settings, workers)
    let input = EngineInput(
      corpus, leaders: leaders.map { $0 }, isCounted: corpus.documents.map { _ in true })
    var mining = MiningSettings(
      shingleLength: settings.shingleLength(documents: corpus.documents.count),
      minimumSources: settings.minimumSources(
        documents: corpus.documents.count, sources: input.text.corpus.sourceCount))
    mining.curve = curve(corpus, mining, settings)
    progress?(Progress(stage: .phrases, completed: 0, total: 1))
    let findings = Analysis(
      of: input.text, isSpaced: input.order.map { scripts[$0] }, settings: mining,
      workers: workers
    ).run()
    progress?(Progress(stage: .report, completed: 0, total: 1))
    return AuditAssembly(
      corpus: corpus, input: input, findings: findings, mining: mining, settings: settings,
      leaders: leaders, isSpaced: scripts, workers: workers
    ).report()
  }

  private static func curve(
    _ corpus: Corpus, _ mining: MiningSettings, _ settings: AuditSettings
  ) -> [Int] {
    let isLarge = corpus.tokens.count > AuditSettings.largeCorpus && !settings.fullCurve
    let shortest = min(mining.shingleLength.unspaced, mining.shingleLength.spaced)
    return AuditSettings.curve.filter { !isLarge || $0 >= shortest }
  }
}

/// Near-duplicate documents as one source (D6).
enum Sources {
  /// For each document the first member of its group, itself if it leads one.
  static func leaders(
    of corpus: Corpus, isSpaced: [Bool], _ settings: AuditSettings, _ workers: Workers
  ) -> [Int] {
    let all = Array(corpus.documents.indices)
    guard settings.groupsNearDuplicates else { return all }
    let input = EngineInput(
      corpus, leaders: all.map { $0 }, isCounted: all.map { _ in true })
    let lengths = settings.shingleLength(documents: all.count)
    return NearDuplicates(
      corpus: input.text.corpus, workers: workers,
      lengths: isSpaced.map { lengths.of(isSpaced: $0) }
    ).leaders()
  }
}
