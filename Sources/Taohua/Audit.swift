internal import PhraseMining
package import PhraseReport
package import ShingleEngine

/// Finds the stock phrases of a corpus.
public enum Audit {
  /// Audits `corpus`. The result depends on the documents and the settings alone.
  ///
  /// - Parameter windows: the groups of windows of the documents' shingle lengths, if they are known; they
  ///   are used up.
  package static func run(
    _ corpus: Corpus, settings: AuditSettings, windows: consuming ShingleGroups? = nil,
    progress: ProgressHandler? = nil
  ) -> AuditReport {
    let workers = Workers(count: settings.jobs)
    let scripts = corpus.areSpaced(workers)
    progress?(Progress(stage: .comparing, completed: 0, total: 1))
    let lengths = settings.shingleLength(documents: corpus.documents.count)
    let single = corpus.text
    var grouping = Sources.grouped(
      single, lengths: scripts.map { lengths.of(isSpaced: $0) }, known: windows, settings, workers)
    let facts = DocumentFacts.of(corpus, workers: workers)
    let leaders = settings.countBy.map { Sources.merged(grouping.leaders, by: $0, facts) }
    let text = single.counted(as: Sources.numbers(leaders ?? grouping.leaders))
    var mining = MiningSettings(
      shingleLength: lengths,
      minimumSources: settings.minimumSources(
        documents: corpus.documents.count, sources: text.corpus.sourceCount))
    mining.curve = curve(corpus, mining, settings)
    mining.findsVariants = settings.findsVariants
    progress?(Progress(stage: .phrases, completed: 0, total: 1))
    let allowed = corpus.allowedPhrases(settings.allowed)
    let findings = Analysis(
      of: text, isSpaced: scripts, settings: mining, workers: workers,
      allowed: allowed.map(\.phrase), allowedFamilies: settings.allowedFamilies
    ).run(grouping.windows.take())
    progress?(Progress(stage: .report, completed: 0, total: 1))
    // The report lies outside the slabs.
    MappedMemory.trim()
    var report = AuditAssembly(
      corpus: corpus, text: text, findings: findings, mining: mining, settings: settings,
      leaders: grouping.leaders, facts: facts, isSpaced: scripts, workers: workers
    ).report()
    report.corpus.frame = settings.frame.map { frame in
      FrameAssembly(
        corpus: text.corpus, facts: facts, lengths: scripts.map { lengths.of(isSpaced: $0) },
        minimumSources: mining.minimumSources, workers: workers
      ).report(frame: frame)
    }
    report.usedEntries = settings.used(findings.allowed, phrases: allowed.map(\.entry))
    return report
  }

  private static func curve(
    _ corpus: Corpus, _ mining: MiningSettings, _ settings: AuditSettings
  ) -> [Int] {
    let isLarge = corpus.tokens.count > AuditSettings.largeCorpus && !settings.fullCurve
    let shortest = min(mining.shingleLength.unspaced, mining.shingleLength.spaced)
    return AuditSettings.curve.filter { !isLarge || $0 >= shortest }
  }
}
