/// A place where what was found stands too, beside the words of the draft.
package struct ClosePlace: Hashable, Sendable {
  /// The id of the document.
  package var document: String
  /// Bytes of its file.
  package var range: Range<Int>
  /// From 1.
  package var line: Int
  /// The text of the place in order, cut where it differs; empty where it was not compared.
  package var pieces: [PlacePiece]

  package init(document: String, range: Range<Int>, line: Int, pieces: [PlacePiece]) {
    self.document = document
    self.range = range
    self.line = line
    self.pieces = pieces
  }

  /// How many pieces differ in each way, the gravest first: what is less comes before what is more, and what
  /// was not compared after all.
  package var differences: [Int] {
    if pieces.isEmpty { return [.max] }
    return TextDifference.allCases.reversed().map { difference in
      pieces.count { $0.difference == difference }
    }
  }
}

/// A part of the text of a place.
package struct PlacePiece: Hashable, Sendable {
  /// As it stands there; empty where the draft has something more.
  package var there: String
  /// As it stands in the draft; empty where the draft lacks it.
  package var here: String
  /// How both differ; nil where they do not, white space aside.
  package var difference: TextDifference?

  package init(there: String, here: String, difference: TextDifference?) {
    self.there = there
    self.here = here
    self.difference = difference
  }
}

/// How two texts differ that are taken for the same, the least first.
package enum TextDifference: String, CaseIterable, Sendable {
  /// Full or half width: Ａ and A.
  case width
  /// Capital or small letters.
  case letterCase = "case"
  /// One character in another form: 國 and 国, ﬁ and fi.
  case form
  /// Marks between the words.
  case punctuation
  /// What fills a slot: a number, a date, a blank.
  case value
  /// Words.
  case edit
}

extension TextDifference {
  /// How `there` and `here` differ, which stand for the same token; nil where they are the same.
  package init?(ofToken there: String, _ here: String, isSlot: Bool) {
    if there == here { return nil }
    if FoldedText.narrowed(there) == FoldedText.narrowed(here) {
      self = .width
    } else if isSlot {
      self = .value
    } else {
      self = FoldedText(there) == FoldedText(here) ? .letterCase : .form
    }
  }

  /// How what stands between two tokens differs; white space does not count.
  package init?(ofGap there: String, _ here: String) {
    if there == here || FoldedText.visible(there) == FoldedText.visible(here) { return nil }
    self = FoldedText(there) == FoldedText(here) ? .width : .punctuation
  }
}
