/// Files of all sorts, from a seed: text of characters and of words, formulas with edits, copies of whole
/// files, compilations, text with a period, front matter, marks of several formats; empty files too.
///
/// Small and dense on purpose: everything that an answer may depend on comes up in ten files.
package struct RandomFiles {
  package struct File: Hashable, Sendable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  private var generator: SeededGenerator
  private let formulas: [String]
  private let wordings: [String]
  private let passages: [String]

  package init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    formulas = (0..<8).map { _ in Self.characters(6...14, using: &generator) }
    wordings = (0..<6).map { _ in Self.words(5...9, using: &generator) }
    passages = (0..<3).map { index in
      index == 2
        ? Self.words(30...70, using: &generator) : Self.characters(45...90, using: &generator)
    }
    self.generator = generator
  }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  package mutating func oneIn(_ count: Int) -> Bool { number(1...count) == 1 }

  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    elements.shuffled(using: &generator)
  }

  /// So many files with names of several sorts, none twice.
  package mutating func corpus(_ count: Int) -> [File] {
    var files: [File] = []
    for index in 0..<count {
      let text = text(after: files)
      files.append(File(name: name(index), text: text))
    }
    return files
  }

  /// The name of file `index`: series by year, a folder of its own, a name in the two forms of Unicode.
  private mutating func name(_ index: Int) -> String {
    let ending = oneIn(3) ? "md" : "txt"
    switch index % 5 {
    case 0: return "临水市/\(2010 + index)年工作报告.\(ending)"
    case 1: return "office/report-\(index).\(ending)"
    // The same name to a reader, two files to the system.
    case 2: return "caf\(index % 2 == 0 ? "\u{E9}" : "e\u{301}")/\(index / 10).\(ending)"
    case 3: return "a b/it's \(index).\(ending)"
    default: return "\(index).\(ending)"
    }
  }

  /// The text of a file that comes after `files`.
  package mutating func text(after files: [File] = []) -> String {
    switch number(0...13) {
    case 0 where !files.isEmpty: return files[number(0...files.count - 1)].text
    case 1...2: return files.isEmpty ? report() : edited(files[number(0...files.count - 1)].text)
    case 3: return compilation()
    case 4: return periodic()
    case 5: return oneIn(3) ? "" : paragraph(isSpaced: oneIn(2)) + "\n"
    case 6: return "---\ntitle: 报告\nauthor: 办公室\nyear: 2021\nplace: 云川市\n---\n" + report()
    case 7: return report().split(separator: "\n").joined(separator: "\r\n")
    default: return report()
    }
  }

  /// A few paragraphs, most of them of one script.
  private mutating func report() -> String {
    let isSpaced = oneIn(3)
    var lines: [String] = []
    for _ in 0..<number(1...7) {
      switch number(0...9) {
      case 0: lines.append("# " + paragraph(isSpaced: isSpaced))
      case 1: lines.append("- **" + paragraph(isSpaced: isSpaced) + "**\n- 第三，\(number(1...99))%。")
      case 2:
        lines.append("| 甲 | 乙 |\n| --- | --- |\n| \(paragraph(isSpaced: false)) | 12.5亿元 |")
      case 3: lines.append(wrapped(paragraph(isSpaced: isSpaced)))
      case 4: lines.append(paragraph(isSpaced: !isSpaced))
      default: lines.append(paragraph(isSpaced: isSpaced))
      }
    }
    return lines.joined(separator: oneIn(2) ? "\n" : "\n\n") + "\n"
  }

  private mutating func paragraph(isSpaced: Bool) -> String {
    var parts: [String] = []
    for _ in 0..<number(1...6) {
      switch number(0...7) {
      case 0: parts.append(passages[number(0...passages.count - 1)])
      case 1...3:
        let formula =
          isSpaced
          ? wordings[number(0...wordings.count - 1)] : formulas[number(0...formulas.count - 1)]
        parts.append(oneIn(4) ? edited(formula) : formula)
      case 4: parts.append(slots())
      default:
        parts.append(
          isSpaced
            ? Self.words(1...8, using: &generator) : Self.characters(1...12, using: &generator))
      }
    }
    let mark = isSpaced ? [" ", ", ", "; "] : ["", "，", "、", "。"]
    return parts.joined(separator: mark[number(0...mark.count - 1)]) + (isSpaced ? "." : "。")
  }

  /// What becomes a slot, and what is a word of any length.
  private mutating func slots() -> String {
    switch number(0...5) {
    case 0: "20\(number(10...29))年\(number(1...12))月\(number(1...31))日"
    case 1: "xx市××局"
    case 2: "https://example.org/" + String(repeating: "a", count: number(1...400))
    case 3: "云政发〔2023〕\(number(1...99))号"
    case 4: "Ⅻ ＡＢＣ ﬁne Straße"
    default: "\(number(1...999)).\(number(0...9))亿元"
    }
  }

  /// `text` with one character in twenty, or one at least, another, doubled or gone.
  private mutating func edited(_ text: String) -> String {
    var characters = Array(text)
    if characters.isEmpty { return text }
    for _ in 0...characters.count / 60 {
      let index = number(0...characters.count - 1)
      switch number(0...2) {
      case 0: characters[index] = "的"
      case 1: characters.insert(characters[index], at: index)
      default: if characters.count > 1 { characters.remove(at: index) }
      }
    }
    return String(characters)
  }

  private mutating func wrapped(_ text: String) -> String {
    let width = number(8...30)
    let characters = Array(text)
    return stride(from: 0, to: characters.count, by: width).map {
      String(characters[$0..<min($0 + width, characters.count)])
    }.joined(separator: "\n")
  }

  /// A list of contents and the reports that it names.
  private mutating func compilation() -> String {
    let titles = (0..<number(3...4)).map { "\(2020 + $0)年云川市人大常委会工作报告" }
    let parts = titles.map { $0 + "\n" + report() + paragraph(isSpaced: false) }
    return (["目录"] + titles + parts).joined(separator: "\n")
  }

  /// One formula, or one character, over and over: windows that stand in a hundred places.
  private mutating func periodic() -> String {
    let unit = oneIn(2) ? formulas[number(0...formulas.count - 1)] : "好"
    let separator = oneIn(2) ? "" : "。\n"
    return Array(repeating: unit, count: number(60...150)).joined(separator: separator) + "\n"
  }
}

extension RandomFiles {
  /// Common characters: particles, numerals, ends of names among them, since they are treated in ways of
  /// their own.
  private static let alphabet = Array("的和与及等了在市县人大常委会工作报告坚持发展一二三第年推进加强服务中心全面落实监督民主法治建设")
  private static let vocabulary = """
    the of and to In report Council we will Work plan café naïve don't public service year strong \
    growth deliver support local people quality first Second budget
    """.split(separator: " ").map { String($0) }

  private static func characters(
    _ count: ClosedRange<Int>, using generator: inout SeededGenerator
  ) -> String {
    String(
      (0..<Int.random(in: count, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator)!
      })
  }

  private static func words(
    _ count: ClosedRange<Int>, using generator: inout SeededGenerator
  ) -> String {
    (0..<Int.random(in: count, using: &generator)).map { _ in
      vocabulary.randomElement(using: &generator)!
    }.joined(separator: " ")
  }
}
