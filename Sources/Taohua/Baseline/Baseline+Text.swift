internal import PhraseReport

extension Baseline {
  /// The baseline as a file: an entry a line, in the order of the lines' bytes, so that two branches that
  /// add to it can be merged.
  package var text: String {
    entries.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { $0 + "\n" }.joined()
  }

  /// Reads what ``text`` wrote.
  package init(text: String) throws(BaselineError) {
    var entries: [Entry] = []
    var known = Set<[String]>()
    // By bytes: a line end of two characters, or a mark that combines with a tab, is one Character.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !(index == lines.count - 1 && line.isEmpty) {
      let isWindows = line.last == UInt8(ascii: "\r")
      var entry = try Self.entry(isWindows ? line.dropLast() : line, index + 1)
      entry.line = index + 1
      guard known.insert([entry.fingerprint, entry.path]).inserted else {
        throw BaselineError(line: index + 1, expected: "each fingerprint once for a file")
      }
      entries.append(entry)
    }
    self.init(entries: entries)
  }

  private static func entry(_ line: Substring.UTF8View, _ number: Int) throws(BaselineError)
    -> Entry
  {
    func failure(_ expected: String) -> BaselineError {
      BaselineError(line: number, expected: expected)
    }
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard fields.count == 5 || fields.count == 6 else {
      throw failure(
        "a fingerprint, a count, a path, a code and words, with tabs between")
    }
    guard fields[0].utf8.count == 16, fields[0].utf8.allSatisfy(isDigit) else {
      throw failure("a fingerprint of 16 hexadecimal digits")
    }
    guard let count = Int(fields[1]), count > 0, String(count) == fields[1] else {
      throw failure("a count after the fingerprint, 1 or more")
    }
    guard let path = LineText.plain(fields[2]), !path.isEmpty else {
      throw failure("the path of a file after the count")
    }
    guard let rule = Rule(rawValue: String(fields[3])) else {
      throw failure("the code of a rule, such as TH003, after the path")
    }
    let pieces = fields.count == 6 ? PassagePieces.hashes(in: fields[5]) : []
    guard let pieces else { throw failure("hexadecimal digits after the words, or nothing") }
    return Entry(
      fingerprint: String(fields[0]), count: count, path: path, rule: rule,
      words: LineText.plain(fields[4]) ?? "", pieces: pieces)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}

extension Baseline.Entry {
  fileprivate var text: String {
    let fields = [
      fingerprint, String(count), LineText.escaped(path), rule.rawValue, LineText.escaped(words),
    ]
    return fields.joined(separator: "\t")
      + (pieces.isEmpty ? "" : "\t" + PassagePieces.text(of: pieces))
  }
}

/// Text in a field between tabs.
private enum LineText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// What `escaped` made `text` of; nil if it did not.
  static func plain(_ text: Substring) -> String? {
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"):
        isEscaped = true
        continue
      case (false, _), (true, "\\"): result.unicodeScalars.append(scalar)
      case (true, "t"): result += "\t"
      case (true, "n"): result += "\n"
      case (true, "r"): result += "\r"
      default: return nil
      }
      isEscaped = false
    }
    return isEscaped ? nil : result
  }
}
