import Foundation
import PhraseReport
import Taohua
import TestSupport

/// Files in a folder, and an audit of them in parts beside it.
final class PartsFolder {
  let root: URL
  let audit: AuditSettings

  init(_ files: [RandomFiles.File], _ audit: AuditSettings) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "parts-\(UUID().uuidString)")
    self.audit = audit
    for file in files { try write(file) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var work: URL { root.appending(path: "work") }

  func write(_ file: RandomFiles.File) throws {
    let path = root.appending(path: "files/\(file.name)")
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.text.utf8).write(to: path)
  }

  func inputs(_ files: [RandomFiles.File]) -> [InputPath] {
    files.map { InputPath(path: "files/\($0.name)", name: $0.name, isNamed: false) }
  }

  /// The plan for `files`, and the folder where it stands.
  func parts(
    _ files: [RandomFiles.File], weights: [Int], ranges: Int
  ) throws(PartError) -> AuditParts {
    let plan = AuditPlan(
      inputs(files), in: root.path, skipped: [], arguments: ["files"], roots: [],
      settings: IndexSettings(audit), weights: weights, rangeCount: ranges)
    return try AuditParts(folder: work.path, plan: plan)
  }

  func makeAll(_ parts: AuditParts) throws(PartError) {
    for number in 1...parts.plan.splitCount {
      _ = try parts.makeSplit(number, jobs: 2, progress: nil) { _ in }
    }
    for number in 1...parts.plan.rangeCount { _ = try parts.makeRange(number, jobs: 2) }
  }

  /// The report of what `parts` made.
  func finished(_ parts: AuditParts) throws -> String {
    let (corpus, windows) = try parts.joined(jobs: 2, memory: MemoryPlan(limit: .max))
    return json(Audit.run(corpus, settings: audit, windows: windows))
  }

  /// The report of an audit of `files` on one machine.
  func expected(_ files: [RandomFiles.File]) throws -> String {
    let inputs = files.map {
      InputPath(path: root.appending(path: "files/\($0.name)").path, name: $0.name, isNamed: false)
    }
    let corpus = Corpus.read(inputs, settings: audit.reading, jobs: 2)
    return json(Audit.run(corpus, settings: audit))
  }

  private func json(_ report: AuditReport) -> String {
    var bytes: [UInt8] = []
    AuditJSON.write(report) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
