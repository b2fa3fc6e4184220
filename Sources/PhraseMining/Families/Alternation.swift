/// Where the wordings of a phrase differ from its canonical one.
package struct Alternation: Sendable {
  /// The canonical tokens in question; empty where something is inserted before its bound.
  package var range: Range<Int>
  /// What else stands there, the most frequent first; an empty one where nothing does.
  package var options: [[UInt32]]

  /// Options of one place at most: a template is read at a glance.
  private static let maximumOptions = 4
  /// Less similar wordings would tear the template to pieces.
  private static let minimumSimilarity: Float = 0.7

  /// The alternations of `variants`, of which the first is canonical, rising and apart from each
  /// other.
  ///
  /// The most frequent wording comes first, and whatever cuts across what is known already is left
  /// out. A wording that stands in one place only is none.
  static func alternations(of variants: [Variant]) -> [Alternation] {
    let canonical = variants[0].tokens
    var found: [Alternation] = []
    for variant in variants.dropFirst()
    where variant.occurrences > 1 && variant.similarity >= minimumSimilarity {
      for edit in SequenceAlignment.replacements(from: canonical, to: variant.tokens) {
        add(edit, to: &found)
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func add(_ edit: Replacement, to found: inout [Alternation]) {
    if let known = found.firstIndex(where: { $0.range == edit.range }) {
      if found[known].options.count < maximumOptions, !found[known].options.contains(edit.tokens) {
        found[known].options.append(edit.tokens)
      }
    } else if !found.contains(where: { touches($0.range, edit.range) }) {
      found.append(Alternation(range: edit.range, options: [edit.tokens]))
    }
  }

  private static func touches(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.lowerBound <= right.upperBound && right.lowerBound <= left.upperBound
  }
}
