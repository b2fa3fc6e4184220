import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("New copied passages, and phrases that are edited")
struct CopiedNoveltyTests {
  private typealias Piece = GeneratedReport.Piece

  /// Paragraphs of a draft that are set between the others.
  private func draft(
    _ generator: inout ReportGenerator, with paragraph: [Piece]
  ) -> (draft: GeneratedReport, index: Int) {
    var draft = generator.draft()
    let index = generator.number(0...draft.paragraphs.count)
    draft.paragraphs.insert(paragraph, at: index)
    return (draft, index)
  }

  private func replacing(
    _ paragraph: [Piece], at index: Int, of draft: GeneratedReport
  ) -> GeneratedReport {
    var draft = draft
    draft.paragraphs[index] = paragraph
    return draft
  }

  /// A passage that the draft has not.
  private func newPassage(_ draft: GeneratedReport, _ generator: inout ReportGenerator) -> Int {
    let used = Set(draft.paragraphs.joined().map(\.kind))
    let free = generator.passages.indices.filter { !used.contains(.passage($0)) }
    return free.randomElement(using: &generator.generator)!
  }

  /// From how many tokens on a passage is copied.
  private func length(_ generator: ReportGenerator) -> Int { generator.isSpaced ? 25 : 40 }

  @Test("a passage that is cut in two is old", arguments: NoveltyCheck.generators)
  func cutInTwo(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let passage = generator.passage(generator.number(0...9), 0..<100)
      let (old, index) = draft(&generator, with: [passage])
      let cut = generator.number(20...80)
      let new = replacing(
        [
          Piece(passage.kind, Array(passage.units[..<cut])),
          Piece(.original, generator.original(generator.number(1...60))),
          Piece(passage.kind, Array(passage.units[cut...])),
        ], at: index, of: old)
      return Edit(old: old.text, new: new.text)
    }.expectNothingNew("cut in two")
  }

  @Test("a passage that was in two parts is old", arguments: NoveltyCheck.generators)
  func joined(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let passage = generator.passage(generator.number(0...9), 0..<100)
      let cut = generator.number(10...90)
      let (old, index) = draft(
        &generator,
        with: [
          Piece(passage.kind, Array(passage.units[..<cut])),
          Piece(.original, generator.original(generator.number(1...60))),
          Piece(passage.kind, Array(passage.units[cut...])),
        ])
      return Edit(old: old.text, new: replacing([passage], at: index, of: old).text)
    }.expectNothingNew("joined")
  }

  @Test("a passage with a few edits inside is old", arguments: NoveltyCheck.generators)
  func edited(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let passage = generator.passage(generator.number(0...9), 0..<100)
      let (old, index) = draft(&generator, with: [passage])
      var units = passage.units
      for _ in 0..<generator.number(1...5) {
        let place = generator.number(0...units.count - 4)
        let end = place + generator.number(0...3)
        units.replaceSubrange(place..<end, with: generator.original(generator.number(0...3)))
      }
      let new = replacing([Piece(passage.kind, units)], at: index, of: old)
      return generator.number(0...1) == 0
        ? Edit(old: old.text, new: new.text) : Edit(old: new.text, new: old.text)
    }.expectNothingNew("edited")
  }

  @Test("a passage that grows by less than one is old", arguments: NoveltyCheck.generators)
  func lengthened(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let number = generator.number(0...9)
      let start = generator.number(0...10)
      let end = start + length(generator) + generator.number(0...8)
      let old = generator.passage(number, start..<end)
      let more = generator.passage(
        number, start..<end + generator.number(1...length(generator) - 1))
      let (draft, index) = draft(&generator, with: [old])
      return Edit(old: draft.text, new: replacing([more], at: index, of: draft).text)
    }.expectNothingNew("lengthened")
  }

  @Test("a passage that grows by one is new", arguments: NoveltyCheck.generators)
  func grown(_ seed: UInt64, _ isSpaced: Bool) {
    let check = NoveltyCheck(seed, isSpaced) { generator in
      let end = generator.number(1...100 - length(generator))
      var (draft, index) = draft(&generator, with: [])
      let number = newPassage(draft, &generator)
      draft = replacing([generator.passage(number, 0..<end)], at: index, of: draft)
      let more = generator.passage(
        number, 0..<generator.number(end + length(generator)...100))
      let new = replacing([more], at: index, of: draft)
      return Edit(
        old: draft.text, new: new.text, added: more.units.joined(separator: draft.separator),
        offset: new.lines[..<index].reduce(0) { $0 + $1.utf8.count + 1 })
    }
    check.expectTheAddition("grown")
  }

  @Test("of passages the one that was pasted is new", arguments: NoveltyCheck.generators)
  func pasted(_ seed: UInt64, _ isSpaced: Bool) {
    let check = NoveltyCheck(seed, isSpaced) { generator in
      var old = generator.draft()
      let number = newPassage(old, &generator)
      let start = generator.number(0...20)
      let end = start + length(generator) + generator.number(0...25)
      let passage = generator.passage(number, start..<end)
      // Half of the time it is a second copy, not right beside the first.
      var new = old
      let index = generator.number(0...old.paragraphs.count - 1)
      new.paragraphs.insert([passage], at: index)
      if generator.number(0...1) == 0 {
        old.paragraphs.append([passage])
        new.paragraphs.append([passage])
      }
      return Edit(
        old: old.text, new: new.text, added: passage.units.joined(separator: old.separator),
        offset: new.lines[..<index].reduce(0) { $0 + $1.utf8.count + 1 })
    }
    check.expectTheAddition("pasted")
  }

  @Test("a phrase that original text breaks is old", arguments: NoveltyCheck.generators)
  func brokenPhrase(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let phrase = generator.phrase(generator.number(0...generator.phrases.count - 1))
      let frame = (0..<2).map { _ in Piece(.original, generator.original(8)) }
      let (old, index) = draft(&generator, with: [frame[0], phrase, frame[1]])
      let cut = generator.number(1...phrase.units.count - 1)
      let new = replacing(
        [
          frame[0], Piece(phrase.kind, Array(phrase.units[..<cut])),
          Piece(.original, generator.original(generator.number(1...12))),
          Piece(phrase.kind, Array(phrase.units[cut...])), frame[1],
        ], at: index, of: old)
      return Edit(old: old.text, new: new.text)
    }.expectNothingNew("broken")
  }

  @Test(
    "a phrase inside of another one is new, the other is old", arguments: NoveltyCheck.generators)
  func phraseInPhrase(_ seed: UInt64, _ isSpaced: Bool) {
    let check = NoveltyCheck(seed, isSpaced) { generator in
      let first = generator.number(0...generator.phrases.count - 1)
      let phrase = generator.phrase(first)
      let other = generator.phrase((first + generator.number(1...5)) % generator.phrases.count)
      let frame = (0..<2).map { _ in Piece(.original, generator.original(8)) }
      let (old, index) = draft(&generator, with: [frame[0], phrase, frame[1]])
      let cut = generator.number(1...phrase.units.count - 1)
      let new = replacing(
        [
          frame[0], Piece(phrase.kind, Array(phrase.units[..<cut])), other,
          Piece(phrase.kind, Array(phrase.units[cut...])), frame[1],
        ], at: index, of: old)
      return Edit(
        old: old.text, new: new.text, added: other.units.joined(separator: old.separator))
    }
    for (index, edit) in check.edits.enumerated() {
      let found = check.new(index)
      // What is left of the broken phrase may belong to the finding: it stands beside it.
      let texts = found.map(check.text)
      let areRight = found.count == 1 && texts[0].contains(edit.added!)
      #expect(areRight, "\(texts), not \(edit.added!)\n\(edit.old)\n\(edit.new)")
    }
  }
}
