/// The output of `git diff-index --raw -z`, as git-diff(1) has it:
/// `:oldmode newmode oldblob newblob status NUL path NUL`, for renames and copies with a second path.
enum RawDiff {
  /// Nil where the output is not of that form.
  static func changes(_ output: [UInt8]) -> [GitChange]? {
    var changes: [GitChange] = []
    var fields = output.split(separator: 0).makeIterator()
    while let head = fields.next() {
      guard head.first == UInt8(ascii: ":"), let path = fields.next() else { return nil }
      let parts = head.dropFirst().split(separator: UInt8(ascii: " "))
      guard parts.count == 5, let status = parts[4].first, let old = GitObject(line: parts[2]),
        let new = GitObject(line: parts[3])
      else { return nil }
      let hasTwoPaths = status == UInt8(ascii: "R") || status == UInt8(ascii: "C")
      guard let last = hasTwoPaths ? fields.next() : path else { return nil }
      changes.append(
        GitChange(
          kind: kind(status), path: GitPath(bytes: Array(last)),
          oldPath: GitPath(bytes: Array(path)), oldMode: GitMode(octal: parts[0]),
          newMode: GitMode(octal: parts[1]), oldBlob: old, newBlob: new))
    }
    return changes
  }

  private static func kind(_ status: UInt8) -> GitChange.Kind {
    switch status {
    case UInt8(ascii: "A"): .added
    case UInt8(ascii: "D"): .deleted
    case UInt8(ascii: "R"), UInt8(ascii: "C"): .renamed
    case UInt8(ascii: "U"): .unmerged
    default: .modified
    }
  }
}
