/// Gives each file its name: relative to the working folder if below it; else the argument's last
/// component and what follows, with as many parent folders as make it unique.
struct FileNaming {
  /// In order of name.
  private(set) var files: [DiscoveredFile] = []

  private let candidates: [Candidate]
  /// How many parent folders the names under an argument start with.
  private var parents: [ArgumentRoot: Int] = [:]

  init(options: DiscoveryOptions, candidates: [Candidate]) {
    self.candidates = candidates
    var names: [String]
    if options.usesAbsolutePaths {
      names = candidates.map { ([""] + $0.root.components + $0.below).joined(separator: "/") }
    } else {
      names = candidates.map(name)
      while lengthenNames(names) { names = candidates.map(name) }
    }
    files = zip(candidates, names).map { candidate, name in
      DiscoveredFile(path: candidate.path, name: name, isNamed: candidate.isNamed)
    }
    files.sort { LexicalPath.precedes($0.name, $1.name) }
  }

  private func name(_ candidate: Candidate) -> String {
    let start = candidate.root.shownComponents(parents: parents[candidate.root] ?? 0)
    return (start + candidate.below).joined(separator: "/")
  }

  /// Adds a parent folder to the arguments under which a name is not unique; false if all are.
  private mutating func lengthenNames(_ names: [String]) -> Bool {
    var byName: [[UInt8]: [Int]] = [:]
    for (index, name) in names.enumerated() { byName[Array(name.utf8), default: []].append(index) }
    var ambiguous: Set<ArgumentRoot> = []
    for indices in byName.values where indices.count > 1 {
      for index in indices where canBeLonger(candidates[index].root) {
        ambiguous.insert(candidates[index].root)
      }
    }
    for root in ambiguous { parents[root, default: 0] += 1 }
    return !ambiguous.isEmpty
  }

  private func canBeLonger(_ root: ArgumentRoot) -> Bool {
    !root.isBelowWorkingFolder && (parents[root] ?? 0) < root.components.count
  }
}
