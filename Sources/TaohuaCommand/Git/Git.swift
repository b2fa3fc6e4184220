internal import Glibc
internal import PhraseReport
internal import TextIngest

/// The user's own git, which knows their repository, its settings and its extensions.
///
/// It inherits the environment, `GIT_DIR` and `GIT_INDEX_FILE` included: in a hook these name the
/// index that is about to be committed (`git commit -a` and `git commit PATH` use one of their own).
enum Git {
  private static let variables = [
    // What git says is told apart and quoted, so it must be one language.
    "LC_ALL=C",
    // In a partial clone, git would load what is missing from the network.
    "GIT_NO_LAZY_FETCH=1",
    // Nor may a look at the repository change it.
    "GIT_OPTIONAL_LOCKS=0",
  ]

  /// The output of a command.
  ///
  /// - Throws: `GitFailure`, for an exit status above `accepted` too.
  static func output(
    _ arguments: [String], input: [UInt8] = [], accepted: Int32 = 0
  ) throws(GitFailure) -> (bytes: [UInt8], status: Int32) {
    var bytes: [UInt8] = []
    let status = try stream(arguments, input: input, accepted: accepted) { bytes += $0 }
    return (bytes, status)
  }

  /// Runs a command and hands `consume` its output piece by piece.
  ///
  /// - Returns: the exit status, at most `accepted`.
  /// - Throws: `GitFailure`.
  @discardableResult
  static func stream(
    _ arguments: [String], input: [UInt8] = [], accepted: Int32 = 0,
    consume: (ArraySlice<UInt8>) -> Void
  ) throws(GitFailure) -> Int32 {
    let ending: ChildProcess.Ending
    do throws(SystemFailure) {
      ending = try ChildProcess(program: "git", arguments: arguments, variables: variables)
        .run(input: input, consume: consume)
    } catch {
      throw .noProgram(errno: error.errno)
    }
    if ending.status > accepted { throw failure(of: arguments, ending) }
    return ending.status
  }

  private static func failure(
    of arguments: [String], _ ending: ChildProcess.Ending
  ) -> GitFailure {
    let said = String(decoding: ending.errors, as: UTF8.self)
    if said.contains("not a git repository") { return .notARepository }
    if said.contains("must be run in a work tree") { return .noWorkingTree }
    let line = said.split(separator: "\n").first { !$0.hasPrefix("warning:") } ?? ""
    return .failed(
      command: arguments.first ?? "", status: ending.status, words: DisplayText.clean(line))
  }

  /// What `questions` answer; what kept git from it becomes a failure of the command.
  static func ask<Answer>(
    _ questions: () throws(GitFailure) -> Answer
  ) throws(CommandFailure) -> Answer {
    do throws(GitFailure) {
      return try questions()
    } catch {
      throw .git(error)
    }
  }
}
