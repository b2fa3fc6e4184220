internal import PhraseReport

/// Sentences for people to judge, without a word of what the tool thinks.
package struct CodingSheet: Sendable {
  /// A sentence of the sheet.
  package struct Line: Hashable, Sendable {
    /// The id of its document.
    package var document: String
    /// The bytes of its tokens in the document's file.
    package var place: Range<Int>
    /// Its line in the file, from 1.
    package var line: Int
    /// What stands before it.
    package var before: String
    /// The sentence.
    package var sentence: String
    /// What stands after it.
    package var after: String

    /// - Parameters:
    ///   - document: the id of its document.
    ///   - place: the bytes of its tokens in the document's file.
    ///   - line: its line in the file, from 1.
    ///   - before: what stands before it, on one line.
    ///   - sentence: the sentence, on one line.
    ///   - after: what stands after it, on one line.
    package init(
      document: String, place: Range<Int>, line: Int, before: String, sentence: String,
      after: String
    ) {
      self.document = document
      self.place = place
      self.line = line
      self.before = before
      self.sentence = sentence
      self.after = after
    }
  }

  /// The sentences in the order of drawing.
  package var lines: [Line]
  /// How many there were to draw from.
  package var total: Int
  /// What they were drawn with.
  package var seed: UInt64

  /// - Parameters:
  ///   - lines: the sentences in the order of drawing.
  ///   - total: how many there were to draw from.
  ///   - seed: what they were drawn with.
  package init(lines: [Line], total: Int, seed: UInt64) {
    self.lines = lines
    self.total = total
    self.seed = seed
  }

  /// The names of the columns; `code` is for the coder.
  static let columns = [
    "id", "document", "place", "line", "before", "sentence", "after", "code",
  ]

  /// The sheet as tab-separated values, with the codes explained in comments first.
  package func render() -> String {
    let count = lines.count == 1 ? "1 sentence" : "\(lines.count) sentences"
    var text = "# \(count) of \(total), drawn at random with seed \(seed).\n"
    text += "# Write one code into the last column of each line. Judge the sentence alone; what\n"
    text += "# stands before and after it only helps to understand it. The codes:\n"
    for verdict in Verdict.allCases {
      let name = verdict.rawValue + String(repeating: " ", count: 10 - verdict.rawValue.count)
      text += "#   \(name)\(verdict.explanation)\n"
    }
    text += "# Two coders who do not talk to each other fill in a copy each; then:\n"
    text += "#   taohua evaluate SHEET1 SHEET2 --report report.json\n"
    text += Self.columns.joined(separator: "\t") + "\n"
    for (index, line) in lines.enumerated() {
      // Padded, since a spreadsheet program takes 3-12 for a day in March.
      let place = [line.place.lowerBound, line.place.upperBound].map(Self.padded)
        .joined(separator: "-")
      let texts = [line.before, line.sentence, line.after].map(Self.harmless)
      let cells = ["\(index + 1)", line.document, place, "\(line.line)"] + texts + [""]
      text += cells.map(Self.onOneLine).joined(separator: "\t") + "\n"
    }
    return text
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// A cell that does not run as a formula of a spreadsheet.
  private static func harmless(_ text: String) -> String {
    text.first.map { "=+-@".contains($0) } ?? false ? "'" + text : text
  }

  /// A cell that does not end its column or its line.
  private static func onOneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
