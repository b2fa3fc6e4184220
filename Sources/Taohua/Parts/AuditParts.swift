internal import CorpusIndex
internal import Glibc
internal import ShingleEngine

/// The folder of an audit in parts: the plan, and what the tasks make of it.
///
///     plan                    which files are read where
///     splits/0001.documents   the documents of split 1: texts, tokens, places
///     splits/0001.windows     its windows, by ranges of their hashes
///     ranges/0001.groups      the groups of windows of range 1 of all splits
///
/// Every file appears whole under its name or not at all; it holds its checksums and tells what it was made
/// of. So tasks may be killed, run twice, or both at once on two machines.
package struct AuditParts: Sendable {
  let folder: String
  package let plan: AuditPlan

  /// Opens the audit in `folder`.
  package init(folder: String) throws(PartError) {
    self.folder = folder
    let path = Self.planPath(folder)
    let known: AuditPlan?
    do throws(IndexError) {
      known = try AuditPlan.read(path)
    } catch {
      throw .unusable(.plan, error)
    }
    guard let known else { throw .otherVersion(file: path) }
    plan = known
  }

  /// Begins an audit in `folder`, or goes on with one: what was made after the same plan stays and is used.
  package init(folder: String, plan: AuditPlan) throws(PartError) {
    self.folder = folder
    self.plan = plan
    if let known = try? AuditParts(folder: folder), known.plan == plan { return }
    do throws(IndexError) {
      for folder in [folder, folder + "/splits", folder + "/ranges"] { try Self.make(folder) }
      try plan.write(to: Self.planPath(folder), suffix: Self.suffix)
    } catch {
      throw .unusable(.plan, error)
    }
  }

  private static func make(_ folder: String) throws(IndexError) {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw .system(file: folder, errno: errno)
    }
  }

  private static func planPath(_ folder: String) -> String { folder + "/plan" }

  /// What the name of a file ends with until the file is whole: another for every process of every machine.
  static let suffix: String = {
    ".\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
  }()

  func path(ofDocuments split: Int) -> String { path("splits", split, "documents") }

  func path(ofWindows split: Int) -> String { path("splits", split, "windows") }

  func path(ofGroups range: Int) -> String { path("ranges", range, "groups") }

  private func path(_ kind: String, _ index: Int, _ ending: String) -> String {
    let digits = String(index + 1)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(folder)/\(kind)/\(zeros)\(digits).\(ending)"
  }

  /// - Throws: ``PartError/noSuch(_:count:)``.
  package func require(split number: Int) throws(PartError) {
    guard (1...plan.splitCount).contains(number) else {
      throw .noSuch(.split(number), count: plan.splitCount)
    }
  }

  /// - Throws: ``PartError/noSuch(_:count:)``.
  package func require(range number: Int) throws(PartError) {
    guard (1...plan.rangeCount).contains(number) else {
      throw .noSuch(.range(number), count: plan.rangeCount)
    }
  }

  /// Takes away what tasks left that were killed while they wrote. Nobody may be writing.
  package func removeRemains() {
    for kind in [".", "splits", "ranges"] {
      let folder = "\(folder)/\(kind)"
      guard let entries = opendir(folder) else { continue }
      defer { closedir(entries) }
      while let entry = readdir(entries) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasSuffix(".tmp") { unlink("\(folder)/\(name)") }
      }
    }
  }
}
