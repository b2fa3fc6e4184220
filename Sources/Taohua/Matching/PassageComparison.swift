internal import PhraseMining
package import PhraseReport
package import TextIngest

/// Compares a passage with a place that it was found in, token by token, and says how their texts differ.
package struct PassageComparison {
  /// A passage: bytes of a text.
  package struct Passage {
    let content: [UInt8]
    let range: Range<Int>
    let tokens: PassageTokens
    /// Characters that are marks of the format and no text.
    private let marks: Set<Character>
    /// Those of the tokens that stand in `range`; the others stand beside it.
    let inner: Range<Int>

    /// - Parameter margin: so many bytes on either side are read, too.
    package init(
      _ range: Range<Int>, in content: [UInt8], margin: Int, isMarkdown: Bool,
      settings: IngestSettings
    ) {
      let start = Self.characterStart(range.lowerBound - margin, in: content)
      let end = Self.characterStart(range.upperBound + margin, in: content)
      self.content = content
      self.range = range
      let marks = isMarkdown ? "*_`~#" : ""
      self.marks = Set(marks)
      tokens = PassageTokens(
        of: start..<end, in: content, without: Set(marks.utf8), settings: settings)
      let ranges = tokens.ranges
      let first = ranges.firstIndex { $0.upperBound > range.lowerBound } ?? ranges.count
      inner =
        first..<(ranges[first...].firstIndex { $0.lowerBound >= range.upperBound } ?? ranges.count)
    }

    private static func characterStart(_ offset: Int, in content: [UInt8]) -> Int {
      var offset = min(max(0, offset), content.count)
      while offset > 0, offset < content.count, content[offset] & 0xC0 == 0x80 { offset -= 1 }
      return offset
    }

    /// The bytes from the first to the last of `part`, tokens.
    fileprivate func bytes(of part: Range<Int>) -> Range<Int> {
      tokens.ranges[part.lowerBound].lowerBound..<tokens.ranges[part.upperBound - 1].upperBound
    }

    /// The text from the first to the last of `part`, tokens.
    fileprivate func text(of part: Range<Int>) -> String {
      part.isEmpty ? "" : String(decoding: content[bytes(of: part)], as: UTF8.self)
    }

    /// What stands before the token `index`, and after the one before it.
    fileprivate func gap(before index: Int) -> String {
      let gap = tokens.ranges[index - 1].upperBound..<tokens.ranges[index].lowerBound
      return String(decoding: content[gap], as: UTF8.self)
    }

    /// `gap` as a reader of the text has it.
    fileprivate func visible(_ gap: String) -> String { gap.filter { !marks.contains($0) } }
  }

  private let here: Passage
  private let there: Passage
  /// Tokens by number: equal ones have the same.
  private let numbers: (here: [UInt32], there: [UInt32])

  /// Pairs of tokens that are compared at most, so that time and memory stay small.
  private static let limit = 1 << 20

  /// - Parameters:
  ///   - here: The passage.
  ///   - there: The place, read with a margin: what was found may go on beside it.
  package init(_ here: Passage, with there: Passage) {
    self.here = here
    self.there = there
    var known: [String: UInt32] = [:]
    func numbered(_ passage: Passage) -> [UInt32] {
      passage.tokens.texts.map { text in
        let number = known[text] ?? UInt32(known.count)
        known[text] = number
        return number
      }
    }
    numbers = (numbered(here), numbered(there))
  }

  /// The bytes there that the passage stands in, and their text in pieces; no pieces where it is too long
  /// to tell.
  package var result: (range: Range<Int>, pieces: [PlacePiece]) {
    if here.inner.isEmpty || there.inner.isEmpty { return (there.range, []) }
    let wanted = Array(numbers.here[here.inner])
    if let region = region(of: wanted) {
      return (there.bytes(of: region), pieces(region, []))
    }
    let found = Array(numbers.there[there.inner])
    guard wanted.count * found.count <= Self.limit else { return (there.range, []) }
    let changes = SequenceAlignment.replacements(from: found, to: wanted)
    return (there.bytes(of: there.inner), pieces(there.inner, changes))
  }

  /// Where the whole passage stands in the tokens there, nearest to the place.
  private func region(of wanted: [UInt32]) -> Range<Int>? {
    let tokens = numbers.there
    if wanted.count > tokens.count { return nil }
    let starts = (0...(tokens.count - wanted.count)).filter { start in
      tokens[start] == wanted[0] && tokens[start..<start + wanted.count].elementsEqual(wanted)
    }
    let nearest = starts.min {
      abs($0 - there.inner.lowerBound) < abs($1 - there.inner.lowerBound)
    }
    return nearest.map { $0..<$0 + wanted.count }
  }

  /// The text of `region` there in pieces; `changes` make the passage of it.
  private func pieces(_ region: Range<Int>, _ changes: [Replacement]) -> [PlacePiece] {
    var pieces = Pieces()
    var (i, j) = (region.lowerBound, here.inner.lowerBound)
    var isAfterMatch = false
    func match(upTo end: Int) {
      while i < end {
        if i > region.lowerBound {
          let gap = there.gap(before: i)
          let other = isAfterMatch ? here.gap(before: j) : gap
          if TextDifference(ofGap: there.visible(gap), here.visible(other)) == nil {
            pieces.add(gap)
          } else {
            pieces.add(gap: gap, other)
          }
        }
        let texts = (there.text(of: i..<i + 1), here.text(of: j..<j + 1))
        pieces.add(
          texts.0, texts.1,
          TextDifference(
            ofToken: texts.0, texts.1, isSlot: there.tokens.texts[i] == "{slot}"))
        (i, j, isAfterMatch) = (i + 1, j + 1, true)
      }
    }
    for change in changes {
      let range =
        change.range.lowerBound + region.lowerBound..<change.range.upperBound + region.lowerBound
      match(upTo: range.lowerBound)
      if !range.isEmpty, i > region.lowerBound { pieces.add(there.gap(before: i)) }
      let part = j..<j + change.tokens.count
      pieces.add(there.text(of: range), here.text(of: part), .edit)
      (i, j, isAfterMatch) = (range.upperBound, part.upperBound, false)
    }
    match(upTo: region.upperBound)
    return pieces.list
  }

  /// Pieces in the making: neighbours that are the same become one.
  private struct Pieces {
    var list: [PlacePiece] = []

    mutating func add(_ same: String) { add(same, same, nil) }

    /// What stands between two tokens and differs; only the marks that differ are a difference.
    mutating func add(gap there: String, _ here: String) {
      let start = zip(there, here).prefix { $0 == $1 }.count
      let rest = (there.dropFirst(start), here.dropFirst(start))
      let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
      add(String(there.prefix(start)))
      let marks = (String(rest.0.dropLast(end)), String(rest.1.dropLast(end)))
      add(marks.0, marks.1, TextDifference(ofGap: marks.0, marks.1))
      add(String(rest.0.suffix(end)))
    }

    mutating func add(_ there: String, _ here: String, _ difference: TextDifference?) {
      if there.isEmpty && here.isEmpty { return }
      let here = difference == nil ? there : here
      if let last = list.last, last.difference == difference, difference != .value {
        list[list.count - 1].there += there
        list[list.count - 1].here += here
      } else {
        list.append(PlacePiece(there: there, here: here, difference: difference))
      }
    }
  }
}
