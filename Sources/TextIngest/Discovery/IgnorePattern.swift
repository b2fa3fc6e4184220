/// One line of a `.gitignore`, as gitignore(5) defines it, over bytes.
///
/// A pattern is a list of segments between slashes; `**` alone is a segment that stands for any
/// number of folders. Both levels match with one point of return (the last star), so that no
/// pattern takes more than the product of the two lengths.
package struct IgnorePattern: Sendable {
  enum Segment: Hashable, Sendable {
    /// `**`: any number of folders, none included.
    case anyDepth
    case glob([UInt8])
  }

  /// `!pattern`: takes back what an earlier pattern ignored.
  package let isNegated: Bool
  /// `pattern/`: matches folders alone.
  package let matchesOnlyFolders: Bool
  let segments: [Segment]

  /// Parses `line` (without its line break); nil for a blank line or a comment.
  package init?(line: [UInt8]) {
    var text = IgnorePattern.trimmed(line)[...]
    guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
    isNegated = first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    matchesOnlyFolders = text.last == UInt8(ascii: "/")
    if matchesOnlyFolders { text.removeLast() }
    let isAnchored = text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text.removeFirst() }
    guard !text.isEmpty else { return nil }
    var segments = isAnchored ? [] : [Segment.anyDepth]
    for part in text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let isAnyDepth = part.count >= 2 && part.allSatisfy { $0 == UInt8(ascii: "*") }
      let segment = isAnyDepth ? Segment.anyDepth : .glob(Array(part))
      if segment != .anyDepth || segments.last != .anyDepth { segments.append(segment) }
    }
    self.segments = segments
  }

  /// Trailing spaces are no part of a pattern unless escaped; nor is a carriage return.
  private static func trimmed(_ line: [UInt8]) -> ArraySlice<UInt8> {
    let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
    var end = 0
    var at = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "\\") {
        at += 2
        end = at
      } else {
        at += 1
        if text[at - 1] != UInt8(ascii: " ") { end = at }
      }
    }
    return text.prefix(end)
  }

  /// The components that every path that it matches begins with.
  package var literalPrefix: [[UInt8]] {
    var prefix: [[UInt8]] = []
    for segment in segments {
      guard case .glob(let glob) = segment, !glob.contains(where: { "*?[\\".utf8.contains($0) })
      else { break }
      prefix.append(glob)
    }
    return prefix
  }

  /// Whether the pattern matches the file at `path` or a folder that it lies in.
  package func matchesPathOrFolder(_ path: [[UInt8]]) -> Bool {
    path.indices.contains { index in
      matches(path[...index], isFolder: index < path.count - 1)
    }
  }

  /// Whether the pattern matches `path`: the components below the folder of the ignore file.
  package func matches(_ path: ArraySlice<[UInt8]>, isFolder: Bool) -> Bool {
    if matchesOnlyFolders && !isFolder { return false }
    var segment = 0
    var component = path.startIndex
    var retrySegment: Int?
    var retryComponent = path.startIndex
    while component < path.endIndex {
      if segment < segments.count, segments[segment] == .anyDepth {
        // `a/**` matches what is inside of a: the last `**` takes at least one component.
        if segment + 1 == segments.count { return true }
        retrySegment = segment
        retryComponent = component
        segment += 1
      } else if segment < segments.count, case .glob(let glob) = segments[segment],
        Glob.matches(glob, path[component])
      {
        segment += 1
        component += 1
      } else if let retry = retrySegment {
        retryComponent += 1
        component = retryComponent
        segment = retry + 1
      } else {
        return false
      }
    }
    return segment == segments.count
  }
}
