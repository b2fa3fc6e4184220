/// A regular expression of the user's that says where the documents of a compilation begin.
package enum SplitPattern {
  /// Longer lines are no titles, and are not looked at.
  private static let longestLine = 200

  /// What is wrong with a pattern.
  package struct Malformed: Error, Hashable, Sendable {
    /// As the parser says it.
    package var problem: String
    /// The character that it is at, from 1; nil if that is not known.
    package var column: Int?
  }

  /// - Throws: what is wrong with `pattern`, and where.
  package static func check(_ pattern: String) throws(Malformed) { _ = try regex(pattern) }

  /// The parts that begin at lines which hold a match of `pattern`; what stands before the first
  /// belongs to it.
  static func parts(_ pattern: String, _ lines: [Line], _ text: UTF8Text) -> [Compilation.Part] {
    guard let regex = try? regex(pattern) else { return [] }
    let found = lines.indices.filter { index in
      lines[index].characters <= longestLine
        && text.string(lines[index].range).firstMatch(of: regex) != nil
    }
    guard found.count > 1 else { return [] }
    return found.enumerated().map { index, line in
      Compilation.Part(firstLine: index == 0 ? 0 : line, titleLine: line)
    }
  }

  private static func regex(_ pattern: String) throws(Malformed) -> Regex<AnyRegexOutput> {
    do {
      return try Regex(pattern)
    } catch {
      throw Malformed(problem: "\(error)", column: column(of: error, in: pattern))
    }
  }

  /// The parser's error holds its place, but has no name for it that is public.
  private static func column(of error: any Error, in pattern: String) -> Int? {
    for child in Mirror(reflecting: error).children where child.label == "location" {
      for place in Mirror(reflecting: child.value).children {
        guard let range = place.value as? Range<String.Index> else { continue }
        return pattern.distance(from: pattern.startIndex, to: range.lowerBound) + 1
      }
    }
    return nil
  }
}
