/// A stretch of a draft that looks alike: bytes of its text, and what they are.
package struct DraftMark: Hashable, Sendable {
  package var range: Range<Int>
  package var look: MarkLook

  package init(range: Range<Int>, look: MarkLook) {
    self.range = range
    self.look = look
  }
}

/// What a stretch of a draft is, for views that show it by colour and line.
package struct MarkLook: Hashable, Sendable {
  /// The class of its tokens; nil where it is `original`.
  package var style: MarkStyle?
  /// Whether something in it was left over.
  package var isLeftOver = false
  /// Whether it misquotes prescribed wording.
  package var isMisquoted = false

  package init(style: MarkStyle? = nil, isLeftOver: Bool = false, isMisquoted: Bool = false) {
    self.style = style
    self.isLeftOver = isLeftOver
    self.isMisquoted = isMisquoted
  }
}

/// The classes as they look.
package enum MarkStyle: Hashable, Sendable {
  case stock(MarkDepth, isVariant: Bool)
  /// A term or title that recurs as stock does.
  case term
  case borrowed, shared, repeated, allowed
}

/// How much of the sources hold a stock phrase: a quarter of them is many, three quarters are nearly all.
package enum MarkDepth: Hashable, Sendable {
  case few, many, nearlyAll

  init(_ documents: Int, of sources: Int) {
    switch Double(documents) / Double(max(1, sources)) {
    case 0.75...: self = .nearlyAll
    case 0.25...: self = .many
    default: self = .few
    }
  }
}
