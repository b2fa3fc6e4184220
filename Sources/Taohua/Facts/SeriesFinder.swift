internal import ShingleEngine

/// Recognises series: the reports of one office over the years.
///
/// Reports whose names differ in their numbers only (years, sessions) are one series; in a folder
/// whose files are named by nothing but numbers and the kind of report, the folder is. A part of a
/// compilation is named by its title.
enum SeriesFinder {
  /// The series of each document, nil for none.
  static func series(of documents: [CorpusDocument], workers: Workers) -> [String?] {
    let names = names(of: documents, workers: workers)
    var members: [String: [Int]] = [:]
    for (index, name) in names.enumerated() { members[name.key, default: []].append(index) }
    var series = [String?](repeating: nil, count: documents.count)
    for (key, indices) in members where Set(indices.map { names[$0].numbers }).count > 1 {
      for index in indices { series[index] = key }
    }
    return series
  }

  fileprivate static func names(
    of documents: [CorpusDocument], workers: Workers
  ) -> [SeriesName] {
    let chunk = 64
    return workers.map((documents.count + chunk - 1) / chunk) { task in
      documents[task * chunk..<min((task + 1) * chunk, documents.count)].map(SeriesName.init)
    }.flatMap { $0 }
  }
}

/// What names of documents there are, for telling whether a draft goes on with a series.
package struct SeriesTable: Hashable, Sendable {
  /// The numbers of each key: one of them, and whether there are others.
  package private(set) var numbers: [UInt64: Numbers] = [:]

  package struct Numbers: Hashable, Sendable {
    package var first: UInt64
    package var areSeveral = false

    package init(first: UInt64, areSeveral: Bool) {
      self.first = first
      self.areSeveral = areSeveral
    }
  }

  package init(numbers: [UInt64: Numbers]) { self.numbers = numbers }

  init(_ documents: [CorpusDocument], workers: Workers) {
    for name in SeriesFinder.names(of: documents, workers: workers) {
      let numbers = Self.hash(name.numbers)
      if let known = self.numbers[Self.hash(name.key)] {
        if known.first != numbers { self.numbers[Self.hash(name.key)]!.areSeveral = true }
      } else {
        self.numbers[Self.hash(name.key)] = Numbers(first: numbers, areSeveral: false)
      }
    }
  }

  /// The series that `document` makes with others, nil for none.
  func series(of document: CorpusDocument) -> String? {
    let name = SeriesName(document)
    guard let known = numbers[Self.hash(name.key)] else { return nil }
    return known.areSeveral || known.first != Self.hash(name.numbers) ? name.key : nil
  }

  private static func hash(_ text: String) -> UInt64 { TokenHash.stableHash(of: [text]) }
}

/// A document's name without its numbers, and the numbers.
private struct SeriesName: Sendable {
  private(set) var key = ""
  private(set) var numbers = ""

  /// What tells a kind of report or a version, not an office.
  private static let kinds: Set<String> = [
    "", "draft", "final", "midyear", "half", "annual", "report", "q", "v", "h", "上半年", "下半年", "草案",
    "草稿", "初稿", "稿", "定稿", "修改稿", "送审稿", "年", "季度", "半年", "年度", "工作报告", "工作总结", "报告", "总结",
  ]

  init(_ document: CorpusDocument) {
    var path = document.id.split(separator: "/").map { String($0) }
    var name = path.popLast() ?? ""
    if document.part != nil {
      name = document.title ?? name
    } else if let dot = name.lastIndex(of: "."), dot != name.startIndex {
      name = String(name[..<dot])
    }
    let folder = path.joined(separator: "/")
    let rest = strip(name)
    key = Self.kinds.contains(rest) ? folder : (folder.isEmpty ? rest : folder + "/" + rest)
    if key.isEmpty { key = "." }
  }

  /// `name` without numbers, brackets and what is in them, and separators; the numbers are kept apart.
  private mutating func strip(_ name: String) -> String {
    var rest = ""
    var depth = 0
    var isAfterOrdinal = false
    for character in name.lowercased() {
      if Self.isOpening(character) { depth += 1 }
      if depth == 0 {
        if character.isNumber || (isAfterOrdinal && Self.numerals.contains(character)) {
          numbers.append(character)
        } else if character.isLetter {
          rest.append(character)
        } else {
          numbers.append(" ")
        }
      }
      isAfterOrdinal =
        character == "第" || (isAfterOrdinal && Self.numerals.contains(character))
      if Self.isClosing(character), depth > 0 { depth -= 1 }
    }
    return rest
  }

  private static func isOpening(_ character: Character) -> Bool {
    switch character {
    case "(", "（", "[", "【": true
    default: false
    }
  }

  private static func isClosing(_ character: Character) -> Bool {
    switch character {
    case ")", "）", "]", "】": true
    default: false
    }
  }

  private static let numerals: Set<Character> = Set("一二三四五六七八九十百零〇两")
}
