internal import TextIngest

/// A place where a run can be parted, or where it begins or ends.
enum RunGap: Hashable {
  case start(run: Int)
  /// Between two of its elements.
  case between(run: Int, offset: Int)
  /// Inside a text element.
  case inside(run: Int, text: Int, offset: Int)
  case end(run: Int)

  var run: Int {
    switch self {
    case .start(let run), .between(let run, _), .inside(let run, _, _), .end(let run): run
    }
  }
}

extension WordSource {
  /// The place at `offset` of the text element `index`. There is one for each: an edge of the text is one
  /// of its element, and of the run where nothing else stands before or behind.
  func gap(_ index: Int, at offset: Int) -> RunGap {
    let text = map.texts[index]
    let run = map.runs[text.run]
    if offset <= text.content.lowerBound {
      let head = run.properties?.upperBound ?? run.startTag.upperBound
      if main.isBlank(head..<max(head, text.startTag.lowerBound)) { return .start(run: text.run) }
      if index > 0, map.texts[index - 1].run == text.run {
        let before = map.texts[index - 1].endTag.upperBound
        if main.isBlank(before..<text.startTag.lowerBound) {
          return .between(run: text.run, offset: before)
        }
      }
      return .between(run: text.run, offset: text.startTag.lowerBound)
    }
    guard offset >= text.content.upperBound else {
      return .inside(run: text.run, text: index, offset: offset)
    }
    if main.isBlank(text.endTag.upperBound..<run.endTag.lowerBound) { return .end(run: text.run) }
    return .between(run: text.run, offset: text.endTag.upperBound)
  }

  /// The byte that `gap` is before.
  func offset(of gap: RunGap) -> Int {
    switch gap {
    case .start(let run): map.runs[run].startTag.lowerBound
    case .between(_, let offset), .inside(_, _, let offset): offset
    case .end(let run): map.runs[run].endTag.upperBound
    }
  }
}
