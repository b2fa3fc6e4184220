import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("New findings")
struct NoveltyTests {
  @Test(
    "the phrases and passages of generated drafts are found", arguments: NoveltyCheck.generators)
  func generatedTextIsFound(_ seed: UInt64, _ isSpaced: Bool) {
    var drafts: [GeneratedReport] = []
    let check = NoveltyCheck(seed, isSpaced) { generator in
      drafts.append(generator.draft())
      return Edit(old: "", new: drafts.last!.text)
    }
    for (index, draft) in drafts.enumerated() {
      let pieces = draft.paragraphs.joined().filter { $0.kind != .original }
      let texts = pieces.map { $0.units.joined(separator: draft.separator) }
      let found = check.findings(index)
      let foundTexts = found.map(check.text)
      let areNew = found.map(\.isNew)
      #expect(foundTexts == texts)
      #expect(!areNew.contains(false))
    }
  }

  @Test("wrapping the lines anew is nothing new", arguments: NoveltyCheck.generators)
  func rewrapping(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let draft = generator.draft()
      let widths = (generator.number(12...40), generator.number(12...40))
      return Edit(
        old: generator.number(0...1) == 0 ? draft.text : draft.wrapped(units: widths.0),
        new: draft.wrapped(units: widths.1))
    }.expectNothingNew("wrapped")
  }

  @Test("moving paragraphs is nothing new", arguments: NoveltyCheck.generators)
  func moving(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let draft = generator.draft()
      var moved = draft
      moved.paragraphs.shuffle(using: &generator.generator)
      return Edit(old: draft.text, new: moved.text)
    }.expectNothingNew("moved")
  }

  @Test(
    "line ends, a byte order mark and wide letters are nothing new",
    arguments: NoveltyCheck.generators)
  func encoding(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let text = generator.draft().text
      let lineEnd = generator.number(0...1) == 0 ? "\r\n" : "\r"
      var new = text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: lineEnd)
      if generator.number(0...1) == 0 { new = "\u{FEFF}" + new }
      if generator.number(0...1) == 0 {
        new = String(
          String.UnicodeScalarView(
            new.unicodeScalars.map {
              (0x61...0x7A).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0)! : $0
            }))
      }
      var edit = Edit(old: text, new: new)
      switch generator.number(0...3) {
      case 0: edit.newBytes = EncodedText.utf16(new, isBigEndian: false)
      case 1: edit.newBytes = EncodedText.utf16(new, isBigEndian: true)
      case 2: edit.newBytes = EncodedText.gb18030(new)
      default: break
      }
      return edit
    }.expectNothingNew("encoded")
  }

  @Test("page breaks are nothing new", arguments: NoveltyCheck.generators)
  func pageBreaks(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let draft = generator.draft()
      var broken = draft
      for index in broken.paragraphs.indices where generator.number(0...1) == 0 {
        let page = ["\n\u{0C}\n", "\n\n", "\n\n— 12 —\n\n", "\n"][generator.number(0...3)]
        let piece = generator.number(0...broken.paragraphs[index].count - 1)
        let unit = generator.number(0...broken.paragraphs[index][piece].units.count - 1)
        broken.paragraphs[index][piece].units[unit] =
          page
          + broken.paragraphs[index][piece].units[unit]
      }
      return Edit(old: draft.text, new: broken.text)
    }.expectNothingNew("broken over pages")
  }

  @Test("deleting is nothing new", arguments: NoveltyCheck.generators)
  func deleting(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let draft = generator.draft()
      var cut = draft
      for _ in 0..<generator.number(1...3) where !cut.paragraphs.isEmpty {
        let paragraph = generator.number(0...cut.paragraphs.count - 1)
        let piece = generator.number(0...cut.paragraphs[paragraph].count - 1)
        let units = cut.paragraphs[paragraph][piece].units
        switch generator.number(0...3) {
        case 0 where cut.paragraphs.count > 1: cut.paragraphs.remove(at: paragraph)
        case 1 where cut.paragraphs[paragraph].count > 1:
          cut.paragraphs[paragraph].remove(at: piece)
        default:
          let start = generator.number(0...units.count - 1)
          let end = generator.number(start + 1...units.count)
          if end - start < units.count {
            cut.paragraphs[paragraph][piece].units.removeSubrange(start..<end)
          }
        }
      }
      return Edit(old: draft.text, new: cut.text)
    }.expectNothingNew("deleted")
  }

  /// `draft` with `piece` put in at a random place of its original text; not right beside an equal one,
  /// with which it would make one finding.
  private func putting(
    _ piece: GeneratedReport.Piece, into draft: GeneratedReport, _ generator: inout ReportGenerator
  ) -> Edit {
    var paragraphs = draft.paragraphs
    let places = paragraphs.indices.flatMap { paragraph in
      paragraphs[paragraph].indices.filter { paragraphs[paragraph][$0].kind == .original }
        .map { (paragraph, $0) }
    }
    let (paragraph, index) = places.randomElement(using: &generator.generator)!
    let units = paragraphs[paragraph][index].units
    let around = [index - 1, index + 1].map { next in
      paragraphs[paragraph].indices.contains(next) && paragraphs[paragraph][next] == piece
    }
    let cut = generator.number((around[0] ? 1 : 0)...units.count - (around[1] ? 1 : 0))
    let parts = [
      GeneratedReport.Piece(.original, Array(units[..<cut])), piece,
      GeneratedReport.Piece(.original, Array(units[cut...])),
    ]
    paragraphs[paragraph].replaceSubrange(index...index, with: parts)
    let new = GeneratedReport(isSpaced: draft.isSpaced, paragraphs: paragraphs)
    let before = new.lines[..<paragraph].reduce(0) { $0 + $1.utf8.count + 1 }
    let ahead = paragraphs[paragraph][..<(index + 1)].flatMap(\.units)
    let offset = ahead.reduce(0) { $0 + $1.utf8.count + draft.separator.utf8.count }
    return Edit(
      old: draft.text, new: new.text, added: piece.units.joined(separator: draft.separator),
      offset: before + offset)
  }

  @Test(
    "one known phrase in a long line is the one finding that is new",
    arguments: NoveltyCheck.generators)
  func oneAddedPhrase(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      let phrase = generator.phrase(generator.number(0...generator.phrases.count - 1))
      return putting(phrase, into: generator.draft(), &generator)
    }.expectTheAddition("added")
  }

  @Test("of a second copy the added one is new", arguments: NoveltyCheck.generators)
  func secondCopy(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      var draft = generator.draft()
      let phrase = generator.phrase(generator.number(0...generator.phrases.count - 1))
      let original = GeneratedReport.Piece(.original, generator.original(30))
      let end = GeneratedReport.Piece(.original, generator.original(9))
      draft.paragraphs.insert([original, phrase, end], at: 0)
      return putting(phrase, into: draft, &generator)
    }.expectTheAddition("a second copy")
  }

  @Test(
    "a phrase right after itself makes one finding, which is new",
    arguments: NoveltyCheck.generators)
  func doubledPhrase(_ seed: UInt64, _ isSpaced: Bool) {
    let check = NoveltyCheck(seed, isSpaced) { generator in
      var draft = generator.draft()
      let phrase = generator.phrase(generator.number(0...generator.phrases.count - 1))
      draft.paragraphs.append([phrase, .init(.original, generator.original(5))])
      let old = draft.text
      draft.paragraphs[draft.paragraphs.count - 1].insert(phrase, at: 0)
      let twice = (phrase.units + phrase.units).joined(separator: draft.separator)
      return Edit(
        old: old, new: draft.text, added: twice,
        offset: draft.lines.dropLast().reduce(0) { $0 + $1.utf8.count + 1 })
    }
    check.expectTheAddition("doubled")
  }

  @Test("of edits all over only what is known and added is new", arguments: NoveltyCheck.generators)
  func manyEdits(_ seed: UInt64, _ isSpaced: Bool) {
    NoveltyCheck(seed, isSpaced) { generator in
      var draft = generator.draft()
      let old = draft.text
      // Original text goes, comes and moves; then the phrase is put in.
      for _ in 0..<generator.number(1...4) {
        let paragraph = generator.number(0...draft.paragraphs.count - 1)
        guard draft.paragraphs[paragraph][0].kind == .original else { continue }
        draft.paragraphs[paragraph][0].units = generator.original(generator.number(5...30))
      }
      draft.paragraphs.shuffle(using: &generator.generator)
      let phrase = generator.phrase(generator.number(0...generator.phrases.count - 1))
      var edit = putting(phrase, into: draft, &generator)
      edit.old = old
      return edit
    }.expectTheAddition("edited all over")
  }
}
