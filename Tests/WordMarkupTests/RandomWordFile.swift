import TestSupport

/// A Word document of everything that a body may hold, at random. No two characters of its text are alike,
/// so that each can be found again; those that are no text are others.
struct RandomWordFile {
  private var random: SeededGenerator
  private var next: UInt32 = 0x4E00
  private var notes = ""
  private var noteCount = 0

  private(set) var body = ""

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    body = (0..<Int.random(in: 1...6, using: &random)).map { _ in block(depth: 0) }.joined()
  }

  /// Further parts.
  var parts: [String: String] {
    notes.isEmpty ? [:] : ["footnotes": "<w:footnotes {ns}>\(notes)</w:footnotes>"]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random)!
  }

  private mutating func characters(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count {
      text.unicodeScalars.append(Unicode.Scalar(next)!)
      next += 1
    }
    return text
  }

  private mutating func block(depth: Int) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0 where depth < 2:
      let cells = (0..<2).map { _ in
        "<w:tc>\(paragraph(depth))\(chance(50) ? paragraph(depth) : "")</w:tc>"
      }
      return "<w:tbl><w:tr>\(cells.joined())</w:tr></w:tbl>"
    case 1 where depth < 2:
      return
        "<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>\(block(depth: depth + 1))</w:sdtContent></w:sdt>"
    default: return paragraph(depth)
    }
  }

  private mutating func paragraph(_ depth: Int) -> String {
    let properties = chance(30) ? "<w:pPr><w:jc w:val=\"both\"/><w:rPr><w:b/></w:rPr></w:pPr>" : ""
    let inlines = (0..<Int.random(in: 0...6, using: &random)).map { _ in inline(depth) }
    return
      "<w:p w:rsidR=\"00AA11BB\">\(properties)\(inlines.joined(separator: chance(20) ? "\n  " : ""))</w:p>"
  }

  private mutating func inline(_ depth: Int) -> String {
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return "<w:hyperlink r:id=\"rId9\">\(run())\(run())</w:hyperlink>"
    case 1: return "<w:ins w:id=\"900\" w:author=\"a\">\(run())\(run())</w:ins>"
    case 2:
      return
        "<w:del w:id=\"901\" w:author=\"a\"><w:r><w:delText>\(characters(2))</w:delText></w:r></w:del>"
    case 3: return "<w:sdt><w:sdtPr/><w:sdtContent>\(run())\(run())</w:sdtContent></w:sdt>"
    case 4: return "<w:fldSimple w:instr=\" AUTHOR \">\(run())</w:fldSimple>"
    case 5:
      return
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>X</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run())<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    case 6: return "<w:bookmarkStart w:id=\"7\" w:name=\"b\"/>\(run())<w:bookmarkEnd w:id=\"7\"/>"
    case 7:
      return
        "<w:commentRangeStart w:id=\"3\"/>\(run())<w:commentRangeEnd w:id=\"3\"/><w:r><w:commentReference w:id=\"3\"/></w:r>"
    case 8: return footnote()
    case 9 where depth < 2:
      let box = "<w:txbxContent>\(paragraph(depth + 2))</w:txbxContent>"
      return
        "<w:r>\(text())<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>\(box)</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>\(text())</w:r>"
    case 10:
      return "<w:r><w:ruby><w:rt>\(run())</w:rt><w:rubyBase>\(run())</w:rubyBase></w:ruby></w:r>"
    case 11:
      return
        "<mc:AlternateContent><mc:Choice Requires=\"w14\">\(run())</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>"
    default: return run()
    }
  }

  private mutating func footnote() -> String {
    noteCount += 1
    notes += "<w:footnote w:id=\"\(noteCount)\"><w:p>\(run())</w:p></w:footnote>"
    return
      "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"\(noteCount)\"/></w:r>"
  }

  private mutating func run() -> String {
    let properties = pick([
      "", "", "", "<w:rPr/>", "<w:rPr></w:rPr>", "<w:rPr><w:b/></w:rPr>",
      "<w:rPr><w:rFonts w:ascii=\"x\"/><w:sz w:val=\"24\"/><w:lang w:val=\"zh-CN\"/></w:rPr>",
      "<w:rPr>\n<w:sz w:val=\"24\"/>\n<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>\n</w:rPr>",
      "<w:rPr><w:u w:val=\"words\"/></w:rPr>",
      "<w:rPr><w:i/><w:rPrChange w:id=\"77\" w:author=\"a\"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>",
    ])
    let count = Int.random(in: 1...3, using: &random)
    let children = (0..<count).map { _ in child() }.joined(separator: chance(10) ? "\n" : "")
    return
      "<w:r\(chance(30) ? " w:rsidR=\"00CC22DD\"" : "")>\(chance(10) ? "\n" : "")\(properties)\(children)</w:r>"
  }

  private mutating func child() -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: "<w:tab/>"
    case 1: "<w:br/>"
    case 2: "<w:noBreakHyphen></w:noBreakHyphen>"
    case 3: "<w:sym w:font=\"Symbol\" w:char=\"F061\"/>"
    default: text()
    }
  }

  private mutating func text() -> String {
    let count = Int.random(in: 1...6, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return "<w:t> \(characters(count)) \(characters(1))\n</w:t>"
    case 1: return "<w:t xml:space=\"preserve\"> \(characters(count)) </w:t>"
    case 2:
      return
        "<w:t><![CDATA[\(characters(count))]]>\(characters(1))<![CDATA[\(characters(2))]]></w:t>"
    case 3:
      let number = String(characters(1).unicodeScalars.first!.value, radix: 16)
      return "<w:t>\(characters(count))&#x\(number);&amp;\(characters(1))</w:t>"
    case 4: return "<w:t>\(characters(count))<!-- a < b -->\(characters(count))</w:t>"
    case 5: return "<w:t xml:space=\"default\"> \(characters(count)) </w:t>"
    case 6: return "<w:t/>"
    case 7: return "<w:t>\(characters(count)) \(characters(count))</w:t>"
    default: return "<w:t>\(characters(count))</w:t>"
    }
  }
}
