import Foundation
import Taohua
import TestSupport
import Testing

/// Names of places are told by how often their characters stand elsewhere: an index keeps that.
@Suite struct IndexedNamesTests {
  private static let copied =
    "连日大雪之后，除雪会在粮库门前召开，大家量过积雪，点过铁锹，商定由NAME财政先行垫付清雪费用，再按地段分摊，两日之内清完全部主路，不得影响菜车进城和学生上学。"

  private static func text(_ generator: inout SeededGenerator) -> String {
    let words = ["槐川市", "召开县", "桥头区", "召开", "的", "，", "会议", "粮库", "。\n"]
    return (0..<Int.random(in: 5...60, using: &generator))
      .map { _ in words.randomElement(using: &generator)! }.joined()
  }

  @Test("the same as those of the documents in memory")
  func areTheSame() throws {
    var found = 0
    for seed in UInt64(0)..<24 {
      var generator = SeededGenerator(seed: seed)
      let folder = try IndexedFolder()
      let name = ["槐川市", "召开县", "桥头区"].randomElement(using: &generator)!
      let passage = Self.copied.replacing("NAME", with: name)
      try folder.write(
        .init(
          name: "source.txt",
          text: "\(name)政府工作小结。\n\(passage)\n\(name)政府还种了树。\n\(Self.text(&generator))"))
      for number in 0..<4 {
        try folder.write(.init(name: "other-\(number).txt", text: Self.text(&generator)))
      }
      try folder.build(folder.files.map(\.name))
      let draft = RandomFiles.File(
        name: "draft.txt",
        text: "苇河市政府工作小结。\n苇河市政府今年做了三件事。\n\(passage)\n苇河市政府还修了路。\n")
      let answer = try folder.checked([draft], AuditSettings())
      #expect(try answer == folder.expected([draft], AuditSettings()), "seed \(seed)")
      found += String(decoding: answer, as: UTF8.self).contains("place-of-source") ? 1 : 0
    }
    // Neither all nor none: the counts decide.
    #expect((1..<24).contains(found), "\(found) of 24 have a name left over")
  }
}
