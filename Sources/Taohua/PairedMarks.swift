/// Completes pairs of quotation marks, brackets and book-title marks at the edges of a place (D5).
enum PairedMarks {
  private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "「": "」", "『": "』",
    "【": "】", "[": "]",
  ]
  private static let opening: [Unicode.Scalar: Unicode.Scalar] = closing.reduce(into: [:]) {
    $0[$1.value] = $1.key
  }

  /// `range`, with the closing marks that follow it for what it leaves open, and the opening marks
  /// that precede it for what it closes. Never beyond `limits`. O(range).
  static func complete(
    _ range: Range<Int>, in content: [UInt8], within limits: Range<Int>
  ) -> Range<Int> {
    guard mayHoldMark(content, range) else { return range }
    var open: [Unicode.Scalar] = []
    var unopened: [Unicode.Scalar] = []
    for scalar in String(decoding: content[range], as: UTF8.self).unicodeScalars {
      if closing[scalar] != nil {
        open.append(scalar)
      } else if let mark = opening[scalar] {
        if open.last == mark { open.removeLast() } else { unopened.append(mark) }
      }
    }
    return lower(
      range.lowerBound, unopened, content, limits)..<upper(
        range.upperBound, open, content, limits)
  }

  /// Whether `range` has a byte that begins one of the marks: nearly all text of a phrase has none.
  private static func mayHoldMark(_ content: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range {
      switch content[index] {
      case 0x28, 0x29, 0x5B, 0x5D: return true
      // General punctuation, CJK punctuation, full-width forms: “ 《 （.
      case 0xE2, 0xE3: return true
      case 0xEF
      where index + 2 < range.upperBound && content[index + 1] == 0xBC
        && (content[index + 2] == 0x88 || content[index + 2] == 0x89):
        return true
      default: continue
      }
    }
    return false
  }

  private static func upper(
    _ end: Int, _ open: [Unicode.Scalar], _ content: [UInt8], _ limits: Range<Int>
  ) -> Int {
    var end = end
    for mark in open.reversed() {
      let bytes = Array(String(closing[mark]!).utf8)
      guard end + bytes.count <= limits.upperBound,
        content[end..<end + bytes.count].elementsEqual(bytes)
      else { return end }
      end += bytes.count
    }
    return end
  }

  private static func lower(
    _ start: Int, _ unopened: [Unicode.Scalar], _ content: [UInt8], _ limits: Range<Int>
  ) -> Int {
    var start = start
    for mark in unopened {
      let bytes = Array(String(mark).utf8)
      guard start - bytes.count >= limits.lowerBound,
        content[start - bytes.count..<start].elementsEqual(bytes)
      else { return start }
      start -= bytes.count
    }
    return start
  }
}
