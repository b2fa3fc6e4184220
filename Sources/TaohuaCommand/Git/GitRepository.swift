internal import PhraseReport
internal import TextIngest

/// The repository of the working folder.
struct GitRepository {
  private let workingFolder: String
  /// The folders from the top of the working tree down to the working folder.
  let prefix: [String]
  /// The components of the absolute path of the working tree's top.
  let top: [String]
  /// The file that names the other parents of a merge that is not committed yet.
  let mergeHeadFile: String
  /// Where git looks for hooks: `core.hooksPath` where that is set.
  let hooksFolder: String
  /// What is ours in the git folder of this working tree.
  let ownFolder: String

  /// - Throws: `GitFailure.notARepository`, `.noWorkingTree` for a bare repository or inside of the
  ///   git folder, or what kept git from answering.
  init() throws(GitFailure) {
    let questions = [
      "--is-inside-work-tree", "--show-prefix", "--git-path", "MERGE_HEAD", "--git-path", "hooks",
      "--git-path", Tool.name,
    ]
    let answer = try Git.output(["rev-parse"] + questions).bytes
    let lines = answer.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == "true" else { throw .noWorkingTree }
    // A line break in a folder's name makes more lines, which cannot be told apart.
    guard lines.count == 6 else { throw .notUnderstood(command: "rev-parse") }
    let folders = lines[1].split(separator: "/").map { String($0) }
    prefix = folders
    workingFolder = WorkingFolder.path
    top = LexicalPath.components(of: workingFolder, in: "/").dropLast(folders.count)
    mergeHeadFile = lines[2]
    hooksFolder = lines[3]
    ownFolder = lines[4]
  }

  /// Where `path`, an argument, is from the top, its parts between slashes; nil outside of the working
  /// tree.
  func location(of path: String) -> String? {
    let parts = LexicalPath.components(of: path, in: workingFolder)
    guard parts.count >= top.count, zip(parts, top).allSatisfy({ LexicalPath.areSame($0, $1) })
    else { return nil }
    return parts[top.count...].joined(separator: "/")
  }

  /// The absolute path of the file at `path`.
  func absolute(_ path: GitPath) -> String {
    "/" + (top + [path.name(from: [])]).joined(separator: "/")
  }

  /// The commit that `name` leads to; nil where there is none.
  func commit(_ name: String) throws(GitFailure) -> GitObject? {
    let (bytes, status) = try Git.output(
      ["rev-parse", "--verify", "--quiet", name + "^{commit}"], accepted: 1)
    return status == 0 ? GitObject(line: bytes) : nil
  }

  /// The best common ancestor of `newer` and `reference`: what both sides started from.
  ///
  /// - Throws: `GitFailure.unknownRevision`, `.noCommonAncestor`.
  func mergeBase(of newer: String, _ reference: String) throws(GitFailure) -> GitObject {
    let (left, right) = (try named(newer), try named(reference))
    let (bytes, status) = try Git.output(["merge-base", left.text, right.text], accepted: 1)
    guard status == 0, let base = GitObject(line: bytes) else { throw .noCommonAncestor(reference) }
    return base
  }

  /// The commit that the user calls `name`.
  func named(_ name: String) throws(GitFailure) -> GitObject {
    // No reference starts with a dash, and git would take it for an option.
    guard !name.hasPrefix("-"), let commit = try commit(name) else { throw .unknownRevision(name) }
    return commit
  }

  /// The tree without files, which stands in for HEAD before the first commit.
  func emptyTree() throws(GitFailure) -> GitObject {
    let answer = try Git.output(["hash-object", "-t", "tree", "--stdin"]).bytes
    guard let tree = GitObject(line: answer) else { throw .notUnderstood(command: "hash-object") }
    return tree
  }

  /// The other parents of the commit that is being made; empty where it is no merge.
  func mergedParents() throws(GitFailure) -> [GitObject] {
    if let lines = try? SmallFile.content(of: mergeHeadFile) {
      return lines.split(separator: UInt8(ascii: "\n")).compactMap { GitObject(line: Array($0)) }
    }
    // Before the hook of a merge without conflicts (pre-merge-commit) git has not written the file,
    // but names each commit that it merges in a variable.
    return SettingEnvironment.names(startingWith: "GITHEAD_").compactMap {
      GitObject(line: Array($0.utf8))
    }
  }
}
