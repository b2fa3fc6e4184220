/// What keeps git from answering: facts, no words.
enum GitFailure: Error, Hashable {
  /// There is no git in `PATH`, or it cannot be started.
  case noProgram(errno: Int32)
  /// The working folder is in no repository.
  case notARepository
  /// The repository has no working tree, or the working folder is outside of it.
  case noWorkingTree
  /// No commit has this name.
  case unknownRevision(String)
  /// The two have no common ancestor, or none that this clone knows.
  case noCommonAncestor(String)
  /// A command failed; `words` is what git said.
  case failed(command: String, status: Int32, words: String)
  /// A command answered what we do not understand.
  case notUnderstood(command: String)
}
