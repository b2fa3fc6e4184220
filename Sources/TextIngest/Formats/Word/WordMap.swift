/// Where the text of a Word document stands in the XML of its main part. Offsets of text are those of the
/// text that ``WordReader`` extracts; all others are bytes of the part.
package struct WordMap: Sendable {
  /// The name of the main part in the archive.
  package var part = ""
  /// The namespace of its elements, which tells strict documents from transitional ones.
  package var namespace = ""
  /// The start tag of its root.
  package var root = 0..<0
  package var runs: [Run] = []
  package var texts: [Text] = []
  package var anchors: [Anchor] = []
  /// In order of the text, without overlap. Text that is not copied (a symbol, a hyphen, a break) has none.
  package var stretches: [Stretch] = []
  /// The largest number that the part refers to a comment by; nil for none.
  package var lastComment: Int?

  /// A run (`w:r`), which can be parted between its elements and inside its texts.
  package struct Run: Sendable {
    package var startTag: Range<Int>
    package var endTag: Range<Int>
    /// `w:rPr` as a whole, and its end tag.
    package var properties: Range<Int>?
    package var propertiesEnd = 0
    /// What stands in `w:rPr`.
    package var propertyStarts: [Property] = []
    package var anchor: Int
  }

  /// A property of a run: where it begins.
  package struct Property: Sendable {
    package var kind: WordProperty
    package var start: Int
  }

  /// A text element (`w:t`) that stands in a run and in nothing else of it.
  package struct Text: Sendable {
    package var run: Int
    package var startTag: Range<Int>
    package var endTag: Range<Int>
    /// What counts between them: all, or all but white space at the ends.
    package var content: Range<Int>
    /// What it says of white space (`xml:space`); nil where it says nothing.
    package var space: String?
  }

  /// What a comment may begin before and end behind: a run, or the largest element of a paragraph that a
  /// run is deep in (a content control, alternates, the run of a text box).
  package struct Anchor: Sendable {
    package var range: Range<Int>
    /// The cell of a table that it stands in; 0 outside of tables.
    package var cell: Int
  }

  /// Text that was copied from the XML.
  package struct Stretch: Sendable {
    package var text: Range<Int>
    /// Its bytes: as many as there are of the text, or the reference that stands for them.
    package var bytes: Range<Int>
    /// The text element; nil where it stands in another part, or deep in a run.
    package var element: Int?
    /// Of a note: that of its mark.
    package var anchor: Int?
  }
}

/// The properties of a run from its colour on, in the order that the schema has them in.
package enum WordProperty: UInt8, CaseIterable, Comparable, Sendable {
  /// One that comes before all of these.
  case other
  case color, spacing, w, kern, position, sz, szCs, highlight, u, effect, bdr, shd, fitText
  case vertAlign, rtl, cs, em, lang, eastAsianLayout, specVanish, oMath
  /// One of another vocabulary; they stand behind Word's own.
  case foreign
  /// What the properties were before a change; the last.
  case change

  /// What follows the numbers of ``WordElement``.
  private static let firstNumber: UInt8 = 128

  /// The number of the elements called `name`, which are no ``WordElement``; 0 where they may be anything.
  static func number(of name: XMLName) -> UInt8 {
    guard WordElement.isMain(name.namespace) else { return foreign.rawValue + firstNumber }
    return byName[name.local].map { $0.rawValue + firstNumber } ?? 0
  }

  /// The property that an element with a number is, if it stands among properties.
  init(number: UInt8) {
    if number == WordElement.ignored.rawValue {
      self = .change
    } else {
      self =
        number < Self.firstNumber ? .other : Self(rawValue: number - Self.firstNumber) ?? .other
    }
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases[1..<(allCases.count - 2)].map { ("\($0)", $0) })

  package static func < (left: WordProperty, right: WordProperty) -> Bool {
    left.rawValue < right.rawValue
  }
}
