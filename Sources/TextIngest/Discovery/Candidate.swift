/// A file on its way to a name.
struct Candidate {
  var path: String
  var root: ArgumentRoot
  /// The components below the root.
  var below: [String]
  /// Tells the file: its absolute path without symbolic links, as bytes.
  var identity: [UInt8]
  var isNamed: Bool
  /// Of two ways to one file the lower rank is kept: standard input, then the file itself, then
  /// a link to it.
  private var rank: Int

  init(standardInput root: ArgumentRoot) {
    path = "-"
    self.root = root
    below = []
    identity = Array(root.path.utf8)
    isNamed = true
    rank = 0
  }

  init(named argument: String, root: ArgumentRoot, realPath: String) {
    path = argument
    self.root = root
    below = []
    identity = Array(realPath.utf8)
    isNamed = true
    rank = LexicalPath.areSame(root.path, realPath) ? 1 : 2
  }

  init(found file: DirectoryWalk.Found, root: ArgumentRoot, realPath: String) {
    path = file.path
    self.root = root
    below = file.below
    identity = Array(realPath.utf8)
    isNamed = false
    rank = file.isLink ? 2 : 1
  }

  /// The name where nothing has to be told apart.
  private var shortName: String { (root.shownComponents + below).joined(separator: "/") }

  /// `candidates` with each file once, whichever order they come in.
  static func distinct(_ candidates: [Candidate]) -> [Candidate] {
    var best: [[UInt8]: Candidate] = [:]
    for candidate in candidates {
      guard let other = best[candidate.identity] else {
        best[candidate.identity] = candidate
        continue
      }
      var winner = candidate.precedes(other) ? candidate : other
      winner.isNamed = candidate.isNamed || other.isNamed
      best[candidate.identity] = winner
    }
    return best.values.sorted { $0.identity.lexicographicallyPrecedes($1.identity) }
  }

  private func precedes(_ other: Candidate) -> Bool {
    if rank != other.rank { return rank < other.rank }
    let (own, theirs) = (shortName, other.shortName)
    if own.utf8.count != theirs.utf8.count { return own.utf8.count < theirs.utf8.count }
    if !LexicalPath.areSame(own, theirs) { return LexicalPath.precedes(own, theirs) }
    return LexicalPath.precedes(root.path, other.root.path)
  }
}
