internal import Glibc
internal import PhraseReport
internal import Taohua

extension GitFailure {
  /// What is wrong, and what to do.
  var message: String {
    switch self {
    case .noProgram(let errno):
      errno == ENOENT
        ? "there is no git in PATH; install git, or name the drafts without --staged and --since"
        : "git cannot be started: \(SystemError(code: errno).description)"
    case .notARepository:
      "this folder is in no git repository; change into one, or name the drafts without --staged and --since"
    case .noWorkingTree:
      "this is no working tree of a git repository (a bare one, or the git folder itself); change into one"
    case .unknownRevision(let name):
      "'\(DisplayText.clean(name))': git knows no such commit; fetch it, or name a branch, tag or commit"
    case .noCommonAncestor(let name):
      """
      '\(DisplayText.clean(name))' and HEAD have no common ancestor here
        in a shallow clone, fetch more of the history: git fetch --unshallow
      """
    case .failed(let command, let status, let words):
      "git \(command) ended with status \(status)" + (words.isEmpty ? "" : ": \(words)")
    case .notUnderstood(let command):
      "git \(command) answered what taohua does not understand; is the name of a folder broken over lines?"
    }
  }
}
