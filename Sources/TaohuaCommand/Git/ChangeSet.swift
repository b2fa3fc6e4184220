/// What differs between two states of a repository.
struct ChangeSet {
  /// The two states.
  enum Scope: Hashable {
    /// HEAD and the index.
    case staged
    /// The commit where HEAD and the named one parted, and the working tree.
    case since(String)
    /// The same, and the index.
    case stagedSince(String)
    /// The commit where the two parted, and the second of them.
    case between(String, String)
    /// The two commits, whatever lies between them.
    case commits(GitObject, GitObject)
  }

  let scope: Scope
  /// The files that are new or different, in git's order.
  private(set) var files: [ChangedFile] = []
  /// The files that are gone.
  private(set) var deleted: Set<GitPath> = []
  /// Those of them that were no links and did not only change their names, as they were.
  private(set) var removed: [GitFile] = []
  /// The files that are as one of the parents of a merge has them: nothing in them is new.
  private(set) var unchanged: Set<GitPath> = []
  /// The commit that the files are compared with; nil before the first one.
  let base: GitObject?

  /// Asks git for the differences of `scope`.
  ///
  /// While a merge is not committed, a file is compared with every parent.
  ///
  /// - Throws: `GitFailure`.
  init(_ scope: Scope, in repository: GitRepository) throws(GitFailure) {
    self.scope = scope
    base = try Self.base(of: scope, in: repository)
    let parents = try Self.parents(of: scope, base: base, in: repository)
    var changes: [[GitPath: GitChange]] = []
    for parent in parents { changes.append(try Self.changes(of: scope, against: parent)) }
    sort(changes)
  }

  private static func base(
    of scope: Scope, in repository: GitRepository
  ) throws(GitFailure) -> GitObject? {
    switch scope {
    case .staged: try repository.commit("HEAD")
    case .since(let name), .stagedSince(let name): try repository.mergeBase(of: "HEAD", name)
    case .between(let old, let new): try repository.mergeBase(of: new, old)
    case .commits(let old, _): old
    }
  }

  /// The trees that the new state is compared with, `base` first.
  private static func parents(
    of scope: Scope, base: GitObject?, in repository: GitRepository
  ) throws(GitFailure) -> [GitObject] {
    guard let base else { return [try repository.emptyTree()] }
    switch scope {
    case .between, .commits: return [base]
    case .staged, .since, .stagedSince: return [base] + (try repository.mergedParents())
    }
  }

  private static func changes(
    of scope: Scope, against parent: GitObject
  ) throws(GitFailure) -> [GitPath: GitChange] {
    let options = ["--raw", "-z", "--no-abbrev", "--find-renames", "--ignore-submodules=all"]
    let command =
      switch scope {
      case .staged, .stagedSince:
        ["diff-index", "--cached", "--ita-invisible-in-index"] + options + [parent.text]
      case .since: ["diff-index", "--ita-invisible-in-index"] + options + [parent.text]
      case .between(_, let new): ["diff-tree", "-r"] + options + [parent.text, new]
      case .commits(_, let new): ["diff-tree", "-r"] + options + [parent.text, new.text]
      }
    guard let changes = RawDiff.changes(try Git.output(command + ["--"]).bytes) else {
      throw .notUnderstood(command: command[0])
    }
    // An unmerged file has further lines.
    return Dictionary(changes.map { ($0.path, $0) }) { first, _ in first }
  }

  /// Sorts the changes against each parent into files, gone ones and unchanged ones.
  private mutating func sort(_ changes: [[GitPath: GitChange]]) {
    let paths = Set(changes.flatMap(\.keys)).sorted { $0.precedes($1) }
    for path in paths {
      let sides = changes.compactMap { $0[path] }
      if sides.contains(where: { $0.kind == .deleted }) {
        deleted.insert(path)
        removed += old(sides.filter { $0.kind == .deleted }).map { GitFile(path: path, blob: $0) }
      } else if sides.count < changes.count {
        unchanged.insert(path)
      } else if sides[0].kind == .unmerged || sides[0].newMode == .file {
        files.append(ChangedFile(path: path, content: content(sides[0]), oldBlobs: old(sides)))
      }
      for change in sides where change.kind == .renamed { deleted.insert(change.oldPath) }
    }
    noteMoved(Set(old(changes.flatMap(\.values))))
  }

  /// A new file with the content that another one had is that one: git sees no rename where the other has
  /// got a new content (this year's report under last year's name, and last year's put away).
  private mutating func noteMoved(_ oldBlobs: Set<GitObject>) {
    for index in files.indices where files[index].oldBlobs.isEmpty {
      guard case .blob(let blob) = files[index].content, oldBlobs.contains(blob) else { continue }
      files[index].oldBlobs = [blob]
    }
  }

  private func content(_ change: GitChange) -> ChangedFile.Content {
    if change.kind == .unmerged { return .unmerged }
    return change.newBlob.isNull ? .workingTree : .blob(change.newBlob)
  }

  /// The old contents: what was a link or a submodule had none.
  private func old(_ sides: [GitChange]) -> [GitObject] {
    sides.filter { $0.oldMode == .file && !$0.oldBlob.isNull }.map(\.oldBlob)
  }
}
