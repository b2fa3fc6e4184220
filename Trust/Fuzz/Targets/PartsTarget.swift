internal import Foundation
internal import PhraseReport
internal import ShingleEngine
internal import Taohua

/// An audit in parts whose files are damaged: an error, or the report that it gave before; one whose checksums
/// somebody forged: no crash.
enum PartsTarget {
  private static let settings = AuditSettings()

  /// The audit of the sample in two splits and two ranges.
  private static let files: StoredFiles = {
    let folder = StoredFiles.temporaryFolder()
    for (name, text) in MemoryFiles.sample {
      let url = URL(filePath: "\(folder)/files/\(name)")
      try! FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try! Data(text.utf8).write(to: url)
    }
    let inputs = MemoryFiles.sample.map {
      InputPath(path: "files/\($0.name)", name: $0.name, isNamed: false)
    }
    let plan = AuditPlan(
      inputs, in: folder, skipped: [], arguments: ["files"], roots: [],
      settings: IndexSettings(settings), weights: [1, 1], rangeCount: 2)
    do throws(PartError) {
      let parts = try AuditParts(folder: folder + "/work", plan: plan)
      for number in 1...2 { _ = try parts.makeSplit(number, jobs: 1, progress: nil) { _ in } }
      for number in 1...2 { _ = try parts.makeRange(number, jobs: 1) }
    } catch {
      broken("the sample cannot be audited in parts: \(error)")
    }
    return StoredFiles(folder + "/work") { _ in true }
  }()

  private static let expected = try! report()

  static func run(_ bytes: [UInt8]) {
    _ = expected
    var source = ByteSource(bytes)
    files.damaged(by: &source, isForged: false) { _ in
      do throws(PartError) {
        promise(try report() == expected, "damaged parts give another report")
      } catch {}
    }
  }

  static func forged(_ bytes: [UInt8]) {
    _ = expected
    var source = ByteSource(bytes)
    files.damaged(by: &source, isForged: true) { _ in _ = try? report() }
  }

  private static func report() throws(PartError) -> [UInt8] {
    let parts = try AuditParts(folder: files.folder)
    let (corpus, windows) = try parts.joined(jobs: 1, memory: MemoryPlan(limit: .max))
    var bytes: [UInt8] = []
    AuditJSON.write(Audit.run(corpus, settings: settings, windows: windows)) { bytes += $0 }
    return bytes
  }
}
