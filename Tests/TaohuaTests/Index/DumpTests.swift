import Foundation
import TestSupport
import Testing

@Suite struct DumpTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DUMP"] != nil))
  func dump() throws {
    let root = URL(filePath: ProcessInfo.processInfo.environment["DUMP"]!)
    for seed in 0..<100 as Range<UInt64> {
      let round = IndexPropertyTests.Round(seed)
      for (folder, files) in [("corpus", round.files), ("drafts", round.drafts)] {
        for file in files {
          let url = root.appending(path: "\(seed)/\(folder)/\(file.name)")
          try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(file.text.utf8).write(to: url)
        }
      }
      try Data("\(round.audit)\n".utf8).write(to: root.appending(path: "\(seed)/settings"))
    }
  }
}
