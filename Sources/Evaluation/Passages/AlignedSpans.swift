/// A suspicious document and a source that it is compared with, by file name.
package struct DocumentPair: Hashable, Sendable {
  /// The name of the suspicious document.
  package var suspicious: String
  /// The name of the source.
  package var source: String

  /// Only the last components of the names are kept: they become paths, and come from outside.
  ///
  /// - Parameters:
  ///   - suspicious: the name of the suspicious document.
  ///   - source: the name of the source.
  package init(suspicious: String, source: String) {
    self.suspicious = Self.lastComponent(suspicious)
    self.source = Self.lastComponent(source)
  }

  private static func lastComponent(_ name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? ""
  }
}

/// A span of a suspicious document and a span of a source, in code points: a case, or a detection.
package struct AlignedSpans: Hashable, Sendable {
  /// The two documents.
  package var pair: DocumentPair
  /// The span of the suspicious document.
  package var left: Range<Int>
  /// The span of the source. One that was moved to the place of another copy may start below 0.
  package var right: Range<Int>

  /// - Parameters:
  ///   - pair: the two documents.
  ///   - left: the span of the suspicious document.
  ///   - right: the span of the source.
  package init(pair: DocumentPair, left: Range<Int>, right: Range<Int>) {
    self.pair = pair
    self.left = left
    self.right = right
  }

  /// The characters of both spans.
  var length: Int { left.count + right.count }

  /// Whether this detects `other`, or is detected by it: both sides overlap, in the same pair.
  func detects(_ other: AlignedSpans) -> Bool {
    pair == other.pair && left.overlaps(other.left) && right.overlaps(other.right)
  }

  /// What both have in common, side by side.
  func common(with other: AlignedSpans) -> AlignedSpans {
    AlignedSpans(
      pair: pair, left: left.clamped(to: other.left), right: right.clamped(to: other.right))
  }
}

/// A passage that is known to be reused.
package struct PassageCase: Hashable, Sendable {
  /// What was done to it, as `02-verbatim`.
  package var category: String
  /// Where it stands.
  package var spans: AlignedSpans

  /// - Parameters:
  ///   - category: what was done to it.
  ///   - spans: where it stands.
  package init(category: String, spans: AlignedSpans) {
    self.category = category
    self.spans = spans
  }
}

/// The union of ranges.
enum Coverage {
  /// How many integers lie in at least one of `ranges`. O(n log n).
  static func count(_ ranges: [Range<Int>]) -> Int {
    var total = 0
    var end = Int.min
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > end {
      total += range.upperBound - max(range.lowerBound, end)
      end = range.upperBound
    }
    return total
  }
}
