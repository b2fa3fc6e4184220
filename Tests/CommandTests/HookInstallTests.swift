import Foundation
import Testing

/// `hook install` and `uninstall`.
@Suite struct HookInstallTests {
  @Test func installedOnceAndTakenAway() throws {
    try GitFolder.with { git in
      let path = git.url.appending(path: ".git/hooks/pre-commit").path
      try git.shell("\"$TAOHUA\" hook install")
      let first = try String(contentsOfFile: path, encoding: .utf8)
      try git.shell("\"$TAOHUA\" hook install")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
      #expect(FileManager.default.isExecutableFile(atPath: path))
      try git.shell("\"$TAOHUA\" hook uninstall")
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(try git.shell("\"$TAOHUA\" hook uninstall").contains("no hook"))
    }
  }

  @Test func aForeignHookStays() throws {
    try GitFolder.with { git in
      try git.shell("printf '#!/bin/sh\\nexit 0\\n' > .git/hooks/pre-commit")
      let run = try git.run(["hook", "install"])
      #expect(run.status == 2)
      #expect(String(decoding: run.errors, as: UTF8.self).contains("taohua hook || exit 1"))
      #expect(try git.shell("\"$TAOHUA\" hook uninstall").contains("stays"))
      #expect(try git.shell("cat .git/hooks/pre-commit") == "#!/bin/sh\nexit 0\n")
      try git.shell("ln -sf nowhere .git/hooks/pre-commit")
      #expect(try git.run(["hook", "install"]).status == 2)
    }
  }

  @Test func whereGitLooksForHooks() throws {
    try GitFolder.with { git in
      try git.commit(["d/a.md": "Text.\n"])
      try git.shell("git config core.hooksPath .hooks && cd d && \"$TAOHUA\" hook install")
      #expect(
        FileManager.default.fileExists(atPath: git.url.appending(path: ".hooks/pre-commit").path))
      try git.shell("git config --unset core.hooksPath && git worktree add -q ../w -b w")
      let other = GitFolder(url: git.url.deletingLastPathComponent().appending(path: "w"))
      try other.shell("\"$TAOHUA\" hook install")
      #expect(
        FileManager.default.fileExists(
          atPath: git.url.appending(path: ".git/hooks/pre-commit").path))
    }
  }
}
