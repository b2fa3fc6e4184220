import CorpusIndex
import Foundation
import Taohua
import TestSupport
import Testing

/// What a version promises: the same files have the same tables.
@Suite struct IndexVersionTests {
  /// The phrases of the sample corpus under the versions that an index names.
  ///
  /// Where this fails, an index of before answers otherwise than its documents: raise the version of
  /// `IndexSettings` whose part has changed, then record the new checksum here.
  private let recorded = (
    versions: "tokens-3 k-6-5-8-5 hash-1 phrases-3", tables: UInt64(9_545_977_097_353_257_808)
  )

  @Test func tablesAreThoseOfTheVersion() throws {
    let folder = try IndexedFolder()
    let corpus = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../corpus").standardizedFileURL
    let names = try FileManager.default.subpathsOfDirectory(atPath: corpus.path)
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted()
    #expect(names.count > 20)
    let some = names.indices.filter { $0 % 3 == 0 }.map { names[$0] }
    for name in some {
      let text = try String(contentsOf: corpus.appending(path: name), encoding: .utf8)
      try folder.write(.init(name: name, text: text))
    }
    try folder.build(some)
    let manifest = try folder.index.snapshot().manifest
    #expect(manifest.settings == recorded.versions)
    #expect(manifest.tables == recorded.tables)
  }

  /// A space with an accent over it is one character, and two bytes more than a space.
  @Test(
    "an argument comes back as it was",
    arguments: ["^# ", "^ \u{301}x", "%20", "% 25%\u{301}", "a  b", "第.{1,3}章 %", " "])
  func argumentsComeBack(_ expression: String) throws {
    var settings = IndexSettings(AuditSettings())
    settings.reading.splitPattern = expression
    settings.minimumDocuments = 3
    let back = try #require(IndexSettings(text: settings.text))
    #expect(back == settings)
    #expect(back.arguments.contains(expression))
  }

  @Test(
    "another version is none of ours",
    arguments: ["tokens-3", "k-6-5-8-5", "hash-1", "phrases-3"])
  func anotherVersion(_ word: String) {
    let own = IndexSettings(AuditSettings()).text
    #expect(IndexSettings(text: own + " --min-length 7")?.minimumLength == 7)
    let other = own.replacingOccurrences(of: word, with: word.dropLast() + "9")
    #expect(other != own)
    #expect(IndexSettings(text: other) == nil)
  }
}
