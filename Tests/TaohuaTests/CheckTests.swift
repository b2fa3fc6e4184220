import Foundation
import PhraseMining
import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("Checks of drafts")
struct CheckTests {
  static func corpus(_ names: [String]) -> Corpus {
    Corpus.read(
      names.map { name in
        InputPath(
          path: TestFiles.sample.appending(path: name).path, name: name, isNamed: true)
      }, jobs: 2)
  }

  static let names = SampleCorpusTests.files.map {
    String($0.path.dropFirst(TestFiles.sample.path.count + 1))
  }

  static func check(_ draft: String, against names: [String]) throws -> CheckReport {
    Check.run(
      drafts: corpus([draft]), against: corpus(names), settings: CheckSettings())
  }

  static func json(_ report: CheckReport) -> [UInt8] {
    var bytes: [UInt8] = []
    CheckJSON.write(report) { bytes += $0 }
    return bytes
  }

  @Test(
    "a draft that is in the corpus is not compared with itself",
    arguments: [
      "linshui-bureau/2024.txt", "harbour-quarterly/2023-q4.txt", "yunchuan-council/2023.txt",
    ])
  func leavesItselfOut(_ draft: String) throws {
    let others = Self.names.filter {
      $0 != draft && !(draft.hasSuffix("council/2023.txt") && $0.hasSuffix("2023-draft.txt"))
    }
    let inside = try Self.check(draft, against: Self.names)
    let outside = try Self.check(draft, against: others)
    #expect(inside.documents[0].classes == outside.documents[0].classes)
    #expect(inside.documents[0].classes[.stock] > 0)
    #expect(inside.documents[0].classes[.original] > 0)
  }

  @Test("the JSON names every place of every family in the corpus")
  func placesAreNamed() throws {
    let report = try Self.check("linshui-bureau/2024.txt", against: Self.names)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(Self.json(report))) as? [String: Any])
    let families = try #require(json["families"] as? [[String: Any]])
    #expect(!families.isEmpty)
    for family in families {
      for place in try #require(family["places"] as? [[String: Any]]) {
        #expect(Self.names.contains(try #require(place["document"] as? String)))
      }
    }
  }
}
