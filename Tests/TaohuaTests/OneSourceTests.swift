import Foundation
import PhraseReport
import TestSupport
import Testing

@testable import Taohua

/// The same report in nine formats is one source, whatever the format.
@Suite struct OneSourceTests {
  @Test func anAuditCallsThemOneSource() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: TestFiles.documents.path)
    let paths = names.sorted().map { name in
      InputPath(
        path: TestFiles.documents.appending(path: name).path, name: name, isNamed: true)
    }
    #expect(paths.count >= 8)
    let corpus = Corpus.read(paths, jobs: 2)
    for skipped in corpus.skipped {
      // What is missing is a program, which is said.
      #expect(skipped.reason.contains("which is not installed"), "\(skipped)")
      print("\(skipped.path) is not tried: it \(skipped.reason)")
    }
    #expect(corpus.documents.count + corpus.skipped.count == paths.count)
    let report = Audit.run(corpus, settings: AuditSettings())
    #expect(report.corpus.sources == 1)
    #expect(report.corpus.duplicates.map(\.count) == [corpus.documents.count])
  }
}
