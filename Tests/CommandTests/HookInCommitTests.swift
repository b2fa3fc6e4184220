import Foundation
import Testing

/// Commits that git itself is making: the hook sees what will be committed.
@Suite struct HookInCommitTests {
  private static let copied = Prose.paragraph(1)
  private static let own = Prose.text(Prose.paragraph(2))
  private static let copy = Prose.text(Prose.paragraph(2), copied)
  private static let base = ["a.md": Prose.text(copied, Prose.paragraph(3)), "b.md": own]

  private func installed(_ body: (GitFolder) throws -> Void) throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("\"$TAOHUA\" hook install")
      try body(git)
    }
  }

  @Test func commitAllAndCommitPath() throws {
    try installed { git in
      try git.write(Self.copy, to: "b.md")
      #expect(try git.shell("git commit -a -m x", succeeds: false).contains("TH003"))
      #expect(try git.shell("git commit -m x b.md", succeeds: false).contains("TH003"))
    }
  }

  /// `git commit PATH` commits that alone: what else is staged is judged when it is committed.
  @Test func commitPathLeavesTheRest() throws {
    try installed { git in
      try git.stage(["b.md": Self.copy, "c.md": Prose.text(Prose.paragraph(30))])
      #expect(try git.shell("git commit -m x c.md").contains("1 document staged"))
      #expect(try git.shell("git commit -m x", succeeds: false).contains("b.md:3:1: TH003"))
      try git.shell("git commit -q --no-verify -m x")
    }
  }

  @Test func commitInALinkedWorkingTree() throws {
    try installed { git in
      try git.shell("git worktree add -q ../w -b w")
      let other = GitFolder(url: git.url.deletingLastPathComponent().appending(path: "w"))
      try other.write(Self.copy, to: "b.md")
      #expect(try other.shell("git commit -a -m x", succeeds: false).contains("TH003"))
      try other.stage(["b.md": Self.own + "\nMore of my own.\n"])
      try other.shell("git commit -q -m x")
    }
  }

  @Test func firstCommit() throws {
    try GitFolder.with { git in
      try git.shell("\"$TAOHUA\" hook install")
      try git.stage(Self.base)
      #expect(try git.shell("git commit -m x").contains("2 documents staged"))
    }
  }

  @Test func aMergeBringsNothingNew() throws {
    try installed { git in
      // The other side copied the passage, and its commit went past the hook.
      try git.shell("git checkout -q -b side")
      try git.write(Self.copy, to: "b.md")
      try git.write(Prose.text(Prose.paragraph(40)), to: "c.md")
      try git.shell("git add -A && git commit -q --no-verify -m side && git checkout -q main")
      try git.write(Prose.text(Prose.paragraph(41)), to: "c.md")
      try git.shell("git add -A && git commit -q -m c")
      #expect(try git.shell("git merge side", succeeds: false).contains("CONFLICT"))
      // While the conflict stands, the file has no content to judge.
      let torn = try git.run(["hook"])
      #expect(torn.status == 2)
      #expect(String(decoding: torn.output, as: UTF8.self).contains("unresolved conflict"))
      try git.write(Prose.text(Prose.paragraph(40), Prose.paragraph(41)), to: "c.md")
      try git.shell("git add -A")
      #expect(try git.hook() == [])
      #expect(try git.hook(["a.md", "b.md", "c.md"]) == [])
      try git.shell("git commit -q -m merged")
    }
  }

  @Test func whatAMergeAddsItselfIsNew() throws {
    try installed { git in
      try git.shell("git checkout -q -b side")
      try git.stage(["c.md": Prose.text(Prose.paragraph(50))])
      try git.shell("git commit -q -m side && git checkout -q main")
      try git.stage(["d.md": Prose.text(Prose.paragraph(51))])
      try git.shell("git commit -q -m d && git merge -q --no-commit side")
      try git.stage(["c.md": Prose.text(Prose.paragraph(50), Self.copied)])
      #expect(try git.hook() == ["c.md:3:1: TH003"])
      #expect(try git.shell("git commit -m merged", succeeds: false).contains("TH003"))
    }
  }

  /// Before this hook, git names the other parent in a variable alone.
  @Test func aMergeWithoutConflicts() throws {
    try installed { git in
      try git.shell("cp .git/hooks/pre-commit .git/hooks/pre-merge-commit")
      try git.shell("git checkout -q -b side")
      try git.write(Self.copy, to: "b.md")
      try git.shell("git add -A && git commit -q --no-verify -m side && git checkout -q main")
      try git.stage(["c.md": Prose.text(Prose.paragraph(60))])
      try git.shell("git commit -q -m c")
      #expect(try git.shell("git merge -q side").contains("nothing to check"))
    }
  }
}
