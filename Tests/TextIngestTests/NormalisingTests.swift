import TestSupport
import Testing

@testable import TextIngest

@Suite("What is written differently and compared as the same")
struct NormalisingTests {
  static func file(_ text: String, settings: IngestSettings = .whole) throws -> IngestedFile {
    try Reader.ingest(Array(text.utf8), format: .plainText, settings: settings)
  }

  static let same: [(String, String)] = [
    ("ＡＢＣ１２３", "abc123"), ("ﬁne ﬂow", "fine flow"), ("ｶﾞｷﾞ", "ガギ"), ("⼯作", "工作"),
    ("e\u{301}te\u{301}", "été"), ("한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"),
    ("STRASSE Ǆ", "strasse dž"), ("don’t", "don't"), ("well‐known", "well-known"),
    ("𝐖𝐨𝐫𝐤", "work"), ("Σίσυφος", "σίσυφοσ"), ("น้ำ", "น\u{E49}\u{E4D}\u{E32}"),
    ("①②", "12"), ("㈱", "株"), ("㎏", "kg"),
    ("İSTANBUL", "I\u{307}stanbul"), ("İl", "il"), ("İ\u{303}\u{33C}", "I\u{307}\u{33C}\u{303}"),
    ("İ\u{328}", "į"),
  ]

  @Test("width, case, ligatures, composition, compatibility characters", arguments: same)
  func folding(_ pair: (String, String)) throws {
    #expect(try tokens(pair.0) == tokens(pair.1))
  }

  static let clusters: [(text: String, tokens: String, kind: TokenKind)] = [
    ("ภาษาไทย", "ภ า ษ า ไ ท ย", .thai), ("น้ำที่นี่", "น้ํา ที่ นี่", .thai),
    ("ພາສາລາວ", "ພ າ ສ າ ລ າ ວ", .lao), ("ສິ້ນ", "ສິ້ ນ", .lao),
    ("ភាសាខ្មែរ", "ភា សា ខ្មែ រ", .khmer), ("မြန်မာ", "မြ န် မာ", .burmese),
    ("သင်္ဘော", "သ င်္ဘော", .burmese),
  ]

  @Test(
    "one token for each character of Thai, Lao, Khmer, Burmese with its marks", arguments: clusters)
  func unspacedScripts(_ example: (text: String, tokens: String, kind: TokenKind)) throws {
    let file = try Self.file(example.text)
    let indices = file.tokens.values.indices
    #expect(indices.map { file.text(ofToken: $0) }.joined(separator: " ") == example.tokens)
    #expect(indices.allSatisfy { file.kind(ofToken: $0) == example.kind })
    #expect(file.tokens.ends.last == UInt32(file.content.count))
  }

  @Test("a variation selector belongs to its character's bytes and changes nothing")
  func selectors() throws {
    let file = try Self.file("葛\u{E0100}城")
    #expect(file.tokens.values == (try Self.file("葛城")).tokens.values)
    #expect(file.tokens.ends == [7, 10])
  }

  static let unseen = ["\u{200B}", "\u{2060}", "\u{200D}", "\u{202E}", "\u{200E}", "\u{E0041}"]

  @Test("invisible characters anywhere change no token, and are counted", arguments: unseen)
  func invisibleCharacters(_ character: String) throws {
    let text = "二〇二三年第三次会议决定，全市增长百分之五，12.5亿元用于well-known项目。"
    let plain = try tokens(text)
    for place in text.indices.dropFirst() where text[place].isLetter || text[place].isNumber {
      let other = text[..<place] + character + text[place...]
      let file = try Self.file(String(other))
      let found = file.tokens.values.indices.map { file.text(ofToken: $0) }
      #expect(found == plain, "\(other.debugDescription)")
      let flags = file.documents[0].flags
      // A joiner counts between letters only.
      let before = text[text.index(before: place)]
      let isCounted = character != "\u{200D}" || before.isLetter || before.isNumber
      let count = flags.zeroWidth + flags.directional
      #expect(count == (isCounted ? 1 : 0), "\(other.debugDescription)")
    }
  }

  @Test("between letters they are warned about, with the place; at the edges of words they are not")
  func invisibleWarning() throws {
    let hidden = try Self.file("工\u{200B}作报\u{2060}\u{200B}告")
    #expect(hidden.documents[0].flags.zeroWidth == 3)
    #expect(hidden.source.warnings.count == 1)
    #expect(hidden.source.warnings.first?.contains("3 invisible") == true)
    #expect(hidden.source.warnings.first?.contains("byte offset 3:") == true)
    let harmless = try Self.file("\u{FEFF}工作 \u{200B} 报告\n\u{200B}\n\u{200E}一")
    #expect(harmless.documents[0].flags.zeroWidth == 2)
    #expect(harmless.source.warnings == [])
  }

  @Test("what scripts need is no trick: joiners, marks of direction, soft hyphens")
  func needed() throws {
    for text in [
      "می\u{200C}خواهم", "\u{200F}שלום עולם", "inter\u{AD}national", "👨\u{200D}👩\u{200D}👧",
    ] {
      let file = try Self.file(text)
      #expect(file.documents[0].flags == TextFlags(), "\(text)")
      #expect(file.source.warnings == [])
    }
  }

  static let mixed: [(mixed: String, plain: String)] = [
    ("rеport", "report"), ("Wοrk", "work"), ("СОМРАNY", "company"), ("pаymеnt", "payment"),
    ("wеll-known", "well-known"), ("интeрес", "интерес"), ("Мocква", "москва"), ("Aθήνα", "αθήνα"),
    ("prοgrαm", "program"),
  ]

  @Test("a word that mixes alphabets is compared as what it looks like", arguments: mixed)
  func lookAlikes(_ example: (mixed: String, plain: String)) throws {
    #expect(try tokens(example.mixed) == tokens(example.plain))
    let file = try Self.file("The \(example.mixed) stands.")
    #expect(file.documents[0].flags.lookAlikes == 1)
    #expect(file.source.warnings.first?.contains("byte offset 4:") == true)
    #expect(try Self.file(example.plain).documents[0].flags.lookAlikes == 0)
  }

  @Test("quantities and true words of two alphabets stay")
  func notLookAlikes() throws {
    for text in ["μg", "kΩ", "TNFα", "IFN-γ", "NFκB", "β-carotene", "ΔH", "Δt", "hν", "χ2"] {
      #expect(try Self.file(text).documents[0].flags.lookAlikes == 0, "\(text)")
    }
  }

  static let scripts: [(simplified: String, traditional: String)] = [
    ("把各项工作落到实处，让群众满意", "把各項工作落到實處，讓羣眾滿意"),
    ("后台、面条、干部、发展、头发", "後臺、麵條、幹部、發展、頭髮"),
    ("为了里面的线路", "為了裡面的線路"), ("为了里面的线路", "爲了裏面的綫路"),
    ("一万二千五百亿元，第三届", "一萬二千五百億元，第三屆"), ("某个部门、某种情况", "某個部門、某種情況"),
  ]

  @Test("simplified and traditional compare as equal when asked", arguments: scripts)
  func foldedScript(_ pair: (simplified: String, traditional: String)) throws {
    var settings = IngestSettings.whole
    settings.foldsScript = true
    let left = try Self.file(pair.simplified, settings: settings).tokens.values
    let right = try Self.file(pair.traditional, settings: settings).tokens.values
    #expect(left == right)
    #expect(try Self.file(pair.simplified).tokens.values == left)
    #expect(try Self.file(pair.traditional).tokens.values != right)
  }

  @Test("the table of scripts folds once: what a character folds to folds to itself")
  func scriptTable() {
    let table = CharacterTable.foldingScript
    for scalar in (0x3400...0x9FFF).map({ UInt32($0) }) + (0x2_0000...0x2_FFFF) {
      var folded: [UInt32] = []
      table.appendFolded(scalar, to: &folded)
      var again: [UInt32] = []
      for scalar in folded { table.appendFolded(scalar, to: &again) }
      #expect(folded == again, "\(String(scalar, radix: 16))")
    }
  }
}
