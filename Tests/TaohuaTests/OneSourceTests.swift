import Foundation
import PhraseReport
import TestSupport
import Testing

@testable import Taohua

/// The same report in nine formats and three encodings is one source, with the same tokens in each.
@Suite struct OneSourceTests {
  @Test func anAuditCallsThemOneSource() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: TestFiles.documents.path)
    var paths = names.sorted().map { name in
      InputPath(
        path: TestFiles.documents.appending(path: name).path, name: name, isNamed: true)
    }
    #expect(paths.count >= 8)
    let text = try String(
      contentsOf: TestFiles.documents.appending(path: "report.txt"), encoding: .utf8)
    let encoded = [
      "utf16le.txt": EncodedText.utf16(text, isBigEndian: false),
      "utf16be.txt": EncodedText.utf16(text, isBigEndian: true),
      "gb18030.txt": EncodedText.gb18030(text),
    ]
    for (name, content) in encoded.sorted(by: { $0.key < $1.key }) {
      var input = InputPath(path: "", name: name, isNamed: true)
      let bytes: [UInt8] = try #require(content)
      input.content = bytes
      paths.append(input)
    }
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
