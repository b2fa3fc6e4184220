internal import PhraseReport
internal import TextIngest

/// The stretches of a file whose findings its own comments suppress.
struct SuppressedStretches {
  struct Stretch {
    /// Bytes of the file.
    var range: Range<Int>
    var comment: SuppressionComment
    /// Which of the file's directives it is.
    var directive: Int
  }

  private(set) var stretches: [Stretch] = []
  /// Directives that do nothing, by index, with the reason in words.
  private(set) var idle: [(directive: Int, message: String)] = []

  /// - Parameters:
  ///   - blocks: the bytes at which the first tokens of the file's blocks start, rising.
  ///   - end: the number of the file's bytes.
  init(_ directives: [Directive], blocks: [Int], end: Int) {
    var open: [Int] = []
    // What stands at its end is no second fault.
    var hasFaultyStart = false
    for (index, directive) in directives.enumerated() {
      let start = directive.range.upperBound
      do throws(SuppressionComment.Problem) {
        let comment = try SuppressionComment(directive.text)
        switch comment.command {
        case .off:
          open.append(stretches.count)
          stretches.append(Stretch(range: start..<end, comment: comment, directive: index))
        case .on where open.isEmpty && !hasFaultyStart:
          idle.append((index, "nothing is switched off here; remove the comment"))
        case .on:
          hasFaultyStart = false
          let last = directive.range.lowerBound
          for stretch in open {
            stretches[stretch].range = stretches[stretch].range.lowerBound..<last
          }
          open = []
        case .ignore:
          stretches.append(
            Stretch(
              range: Self.nextBlock(after: start, blocks, end), comment: comment, directive: index))
        }
      } catch {
        idle.append((index, error.message))
        hasFaultyStart = hasFaultyStart || directive.text.hasPrefix("off")
      }
    }
  }

  /// From `start` to where the block after the next one begins: closing marks may follow the last token.
  private static func nextBlock(after start: Int, _ blocks: [Int], _ end: Int) -> Range<Int> {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle] < start { low = middle + 1 } else { high = middle }
    }
    return start..<(low + 1 < blocks.count ? blocks[low + 1] : end)
  }

  /// The stretches that hold all of `bytes` and are about `rule`, the innermost last.
  func holding(_ bytes: Range<Int>, _ rule: Rule) -> [Int] {
    stretches.indices.filter { index in
      let stretch = stretches[index]
      return stretch.range.lowerBound <= bytes.lowerBound
        && bytes.upperBound <= stretch.range.upperBound
        && stretch.comment.rules?.contains(rule) ?? true
    }
  }
}
