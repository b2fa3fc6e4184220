internal import PhraseReport
internal import ShingleEngine
internal import Taohua

@testable internal import CorpusIndex

/// An index whose files are damaged: an error, or the answer that it gave before; one whose checksums somebody
/// forged: no crash.
enum IndexTarget {
  private static let settings: CheckSettings = {
    var settings = CheckSettings()
    settings.base = "/project"
    return settings
  }()

  private static let drafts = MemoryFiles.corpus(
    MemoryFiles.sample.prefix(3).map { ("draft/" + $0.name, Array(($0.text + "另有一句。").utf8)) })

  /// The index of the sample.
  private static let files: StoredFiles = {
    let folder = StoredFiles.temporaryFolder()
    let inputs = MemoryFiles.sample.map { file in
      var input = InputPath(path: "/project/" + file.name, name: file.name, isNamed: true)
      input.content = Array(file.text.utf8)
      return input
    }
    do throws(IndexError) {
      let indexer = try CorpusIndexer(folder: folder, jobs: 1, waitingUpTo: 0) { _ in }
      _ = try indexer.build(
        Array(inputs.dropLast()), roots: [],
        base: IndexBase(stored: "/project", folder: "/project"),
        settings: IndexSettings(settings.audit), progress: nil)
      _ = try indexer.add(
        inputs.suffix(1), roots: [], base: IndexBase(stored: "/project", folder: "/project"))
      try indexer.describe(progress: nil)
    } catch {
      broken("the sample cannot be indexed: \(error)")
    }
    return StoredFiles(folder) {
      [".sqlite", ".segment", ".catalogue"].contains(where: $0.hasSuffix)
    }
  }()

  private static let index = IndexFolder(files.folder)
  private static let manifest = try! index.snapshot().manifest
  private static let expected = try! answer(index.snapshot())

  static func run(_ bytes: [UInt8]) {
    _ = (manifest, expected)
    var source = ByteSource(bytes)
    files.damaged(by: &source, isForged: false) { _ in
      do throws(IndexError) {
        let snapshot = try index.snapshot()
        promise(try answer(snapshot) == expected, "a damaged index gives another answer")
        try index.verify()
      } catch {}
    }
  }

  static func forged(_ bytes: [UInt8]) {
    _ = (manifest, expected)
    var source = ByteSource(bytes)
    files.damaged(by: &source, isForged: true) { changed in
      // The database would have the checksums that the files have now.
      var forged = manifest
      func part(_ part: Manifest.Part) -> Manifest.Part {
        guard let content = changed[part.name], content.count >= 64 else { return part }
        let sum = content[56..<64].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Manifest.Part(name: part.name, checksum: sum)
      }
      forged.segments = forged.segments.map(part)
      if let catalogue = forged.catalogue { forged.catalogue?.file = part(catalogue.file) }
      do throws(IndexError) { _ = try answer(IndexSnapshot(index, forged)) } catch {}
    }
  }

  private static func answer(_ snapshot: IndexSnapshot) throws(IndexError) -> [UInt8] {
    let report: CheckReport
    if snapshot.manifest.isCurrent {
      report = try Check.run(
        drafts: drafts, against: IndexReference(snapshot, workers: Workers(count: 1)),
        settings: settings)
      // And as its documents say, which read other parts of it.
      _ = try CorpusReference(restoring: snapshot, settings: settings.audit)
    } else {
      report = try Check.run(
        drafts: drafts, against: CorpusReference(restoring: snapshot, settings: settings.audit),
        settings: settings)
    }
    var bytes: [UInt8] = []
    CheckJSON.write(report) { bytes += $0 }
    return bytes
  }
}
