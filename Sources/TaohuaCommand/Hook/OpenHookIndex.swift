internal import CorpusIndex
internal import ShingleEngine
internal import Taohua

/// The hook's index as it is, of whichever commit it was made.
struct OpenHookIndex {
  private let snapshot: IndexSnapshot
  private let ahead: IndexReference.ReadAhead
  private let check: CheckSettings
  private let workers: Workers

  /// Bytes on the disk of an index whose documents are analysed anew for a commit, 0.2 s of work. Those of a larger
  /// one are compared with as they were.
  private static let smallSize = 4 << 20

  /// The index in `folder`; nil if it cannot be used.
  ///
  /// - Parameters:
  ///   - folder: where it is.
  ///   - settings: those that it must have been made with.
  ///   - check: how drafts are checked against it.
  init?(_ folder: String, settings: IndexSettings, _ check: CheckSettings) {
    workers = Workers(count: check.audit.jobs)
    guard
      let (snapshot, ahead) = try? IndexReference.opening(IndexFolder(folder), workers: workers)
    else { return nil }
    self.snapshot = snapshot
    self.ahead = ahead
    self.check = check
    guard snapshot.manifest.isCurrent, snapshot.manifest.settings == settings.text else {
      ahead.finish()
      return nil
    }
  }

  /// Whether its documents can be analysed anew for each commit.
  var isSmall: Bool { snapshot.segments.reduce(0) { $0 + $1.size } <= Self.smallSize }

  /// How many files it could not read, but for `names`.
  func unread(without names: Set<String> = []) -> Int {
    snapshot.manifest.skipped.count { !names.contains($0.path) }
  }

  /// Its documents; nil if they are damaged.
  func reports() -> OpenReports? {
    if check.asOf != nil {
      ahead.finish()
      // Phrases of some of the reports are other phrases: they are found anew.
      return (try? Corpus.restored(from: snapshot, jobs: workers.count)).map {
        OpenReports($0, check)
      }
    }
    return (try? IndexReference(snapshot, ahead: ahead, workers: workers)).map {
      OpenReports(reference: $0, settings: check)
    }
  }

  /// Its documents without the files `names`, and those of `newer`; nil if they are damaged.
  func reports(replacing names: Set<String>, by newer: Corpus) -> OpenReports? {
    ahead.finish()
    let corpus = try? Corpus.restored(
      from: snapshot, replacing: names, by: newer, jobs: workers.count)
    return corpus.map { OpenReports($0, check) }
  }
}
