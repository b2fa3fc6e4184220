import CorpusIndex
import Foundation
import PhraseReport
import ShingleEngine
import Taohua
import TestSupport
import Testing

/// A folder of files with an index beside them, as the command line would have it.
final class IndexedFolder {
  let root: URL
  /// What stands in it, by the bytes of the name: strings take a name in two forms of Unicode for one.
  private var contents: [[UInt8]: RandomFiles.File] = [:]
  /// Each file that is written is a second younger than the one before, so that time stamps tell.
  private var clock = Date(timeIntervalSince1970: 1_700_000_000)

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "taohua-index-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var index: IndexFolder { IndexFolder(root.path + "/.taohua/index") }

  func write(_ file: RandomFiles.File) throws {
    let url = root.appending(path: file.name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.text.utf8).write(to: url)
    clock += 1
    try FileManager.default.setAttributes([.modificationDate: clock], ofItemAtPath: url.path)
    contents[Array(file.name.utf8)] = file
  }

  func delete(_ name: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: name))
    contents[Array(name.utf8)] = nil
  }

  func inputs(_ names: some Sequence<String>) -> [InputPath] {
    names.map { InputPath(path: root.appending(path: $0).path, name: $0, isNamed: true) }
  }

  /// What stands in it, in order of name.
  var files: [RandomFiles.File] {
    contents.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  var all: [InputPath] { inputs(files.map(\.name)) }

  var base: IndexBase { IndexBase(stored: "../..", folder: root.path) }

  func indexer() throws -> CorpusIndexer {
    try CorpusIndexer(folder: index.path, jobs: 2, waitingUpTo: 0) { _ in }
  }

  @discardableResult
  func build(
    _ names: some Sequence<String>, _ settings: AuditSettings = AuditSettings()
  ) throws -> CorpusIndexer.Change {
    try indexer().build(
      inputs(names), roots: [root.path], base: base, settings: IndexSettings(settings),
      progress: nil)
  }

  /// The report of a check against the index as it is: in the memory where the catalogue is behind.
  func checked(_ drafts: [RandomFiles.File], _ audit: AuditSettings) throws -> [UInt8] {
    let snapshot = try index.snapshot()
    var settings = Self.settings(audit)
    settings.base = root.path
    guard snapshot.manifest.isCurrent else {
      return try Self.bytes(
        Check.run(
          drafts: Self.corpus(drafts, root),
          against: CorpusReference(restoring: snapshot, settings: settings.audit),
          settings: settings))
    }
    return try Self.bytes(
      Check.run(
        drafts: Self.corpus(drafts, root),
        against: IndexReference(snapshot, workers: Workers(count: 2)), settings: settings))
  }

  /// The report of a check against the files themselves.
  func expected(_ drafts: [RandomFiles.File], _ audit: AuditSettings) throws -> [UInt8] {
    let settings = Self.settings(audit)
    return try Self.bytes(
      Check.run(
        drafts: Self.corpus(drafts, root),
        against: Corpus.read(all, settings: settings.audit.reading, jobs: 2),
        settings: settings))
  }

  private static func settings(_ audit: AuditSettings) -> CheckSettings {
    var settings = CheckSettings()
    settings.audit = audit
    settings.audit.jobs = 2
    return settings
  }

  /// Drafts in memory, with the names that they have below `root`.
  private static func corpus(_ drafts: [RandomFiles.File], _ root: URL) -> Corpus {
    Corpus.read(
      drafts.map { draft in
        var input = InputPath(
          path: root.appending(path: draft.name).path, name: draft.name, isNamed: true)
        input.content = Array(draft.text.utf8)
        return input
      }, jobs: 2)
  }

  private static func bytes(_ report: CheckReport) throws -> [UInt8] {
    var bytes: [UInt8] = []
    CheckJSON.write(report) { bytes += $0 }
    return bytes
  }

  /// The bytes of the catalogue; nil if it is behind.
  func catalogue() throws -> Data? {
    let manifest = try index.snapshot().manifest
    guard manifest.isCurrent, let name = manifest.catalogue?.file.name else { return nil }
    return try Data(contentsOf: URL(filePath: index.path(of: name)))
  }
}
