import PhraseReport
import TestSupport
import Testing

/// Lines and columns of rising offsets.
@Suite struct LineCursorTests {
  /// Counted character by character: LF, CRLF and CR end lines, and the byte order mark takes no column.
  private static func place(of target: Int, in text: [UInt8]) -> [UInt32] {
    var place: [UInt32] = [1, 1]
    var offset = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for scalar in String(decoding: text[offset...], as: UTF8.self).unicodeScalars {
      if offset >= target { break }
      offset += Unicode.UTF8.width(scalar)
      let isFollowedByLF = offset < text.count && text[offset] == 0x0A
      if scalar == "\n" || (scalar == "\r" && !isFollowedByLF) {
        place = [place[0] + 1, 1]
      } else {
        place[1] += 1
      }
    }
    return place
  }

  @Test("are those of a loop over all characters, on 1,000 random texts")
  func equalLoop() {
    var random = SeededGenerator(seed: 3)
    let alphabet: [Unicode.Scalar] = ["a", "b", "é", "套", "话", "😀", "。", " "]
    let ends: [String] = ["\n", "\r\n", "\r"]
    for _ in 0..<1_000 {
      var text = Bool.random(using: &random) ? "" : "\u{FEFF}"
      var starts: [Int] = []
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        starts.append(text.utf8.count)
        if Int.random(in: 0..<20, using: &random) == 0 {
          text += ends.randomElement(using: &random)!
        } else {
          text.unicodeScalars.append(alphabet.randomElement(using: &random)!)
        }
      }
      let bytes = Array(text.utf8)
      var cursor = LineCursor(bytes)
      for start in starts where Int.random(in: 0..<6, using: &random) == 0 {
        let (line, column) = cursor.advance(to: start)
        #expect([line, column] == Self.place(of: start, in: bytes), "\(start) of \(bytes)")
      }
    }
  }
}
