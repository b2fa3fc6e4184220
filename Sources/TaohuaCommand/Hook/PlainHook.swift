internal import Glibc
internal import PhraseReport
internal import Taohua
internal import TextIngest

/// The hook of plain git: a script `pre-commit` in the folder where git looks for hooks.
///
/// All working trees of a repository share it; `core.hooksPath` is obeyed.
struct PlainHook {
  /// What stands at the hook's place.
  private enum Present { case nothing, ours, foreign }

  /// The line by which we know our own.
  private static let mark =
    "# Written by `taohua hook install`; `taohua hook uninstall` takes it away."

  private let folder: String
  private var path: String { folder + "/pre-commit" }

  /// - Throws: `CommandFailure.git`.
  init() throws(CommandFailure) {
    folder = try Git.ask { () throws(GitFailure) in try GitRepository().hooksFolder }
  }

  /// Writes the hook; does nothing to one that is not ours.
  ///
  /// - Throws: `CommandFailure.foreignHook` with what to add to it, or `.unwritable`.
  func install() throws(CommandFailure) {
    guard try present() != .foreign else { throw .foreignHook(path: path) }
    try StagedFile.write(Array(script.utf8), to: path)
    guard chmod(path, 0o755) == 0 else { throw .unwritable(path: path, errno: errno) }
    StandardError.line("\(Tool.name): git runs \(path) before each commit")
  }

  /// Takes our hook away.
  func uninstall() throws(CommandFailure) {
    switch try present() {
    case .nothing: StandardError.line("\(Tool.name): there is no hook \(path)")
    case .foreign: StandardError.line("\(Tool.name): \(path) is not ours, and stays")
    case .ours:
      guard unlink(path) == 0 else { throw .unwritable(path: path, errno: errno) }
      StandardError.line("\(Tool.name): took \(path) away")
    }
  }

  private func present() throws(CommandFailure) -> Present {
    do throws(SystemFailure) {
      let content = try SmallFile.content(of: path)
      return String(decoding: content, as: UTF8.self).contains(Self.mark) ? .ours : .foreign
    } catch {
      // A link that leads nowhere is somebody's, too.
      if error.errno == ENOENT { return FileSystem.exists(path) ? .foreign : .nothing }
      let reason = SystemError(code: error.errno).description
      throw .unreadable(path: path, reason: "cannot be read: " + reason)
    }
  }

  /// This program by its path, since `PATH` is another one where a desktop starts git; where it is gone,
  /// whatever `PATH` has. If there is none, the commit fails with the shell's words.
  private var script: String {
    let program = FileSystem.realPath("/proc/self/exe") ?? Tool.name
    let quoted =
      "'"
      + program.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
    return """
      #!/bin/sh
      \(Self.mark)
      program=\(quoted)
      [ -x "$program" ] || program=\(Tool.name)
      exec "$program" hook

      """
  }
}
