import Foundation
import Testing

/// What the hook says in the states that git can be in.
@Suite struct HookTests {
  private static let copied = Prose.paragraph(1)
  private static let own = Prose.text(Prose.paragraph(2))
  private static let copy = Prose.text(Prose.paragraph(2), copied)
  /// The corpus: one document that holds the passage, and one that will copy it.
  private static let base = ["a.md": Prose.text(copied, Prose.paragraph(3)), "b.md": own]
  /// The same copy in a file that has nothing of `b.md`.
  private static let other = Prose.text(Prose.paragraph(20), copied)
  private static let found = ["b.md:3:1: TH003"]

  @Test func aCopyThatIsStagedBlocks() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.stage(["b.md": Self.copy])
      #expect(try git.hook() == Self.found)
      #expect(try git.hook(["b.md"]) == Self.found)
      #expect(try git.hook(["a.md"], status: 0) == [])
    }
  }

  @Test func whatIsStagedCountsNotWhatIsInTheFolder() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.stage(["b.md": Self.copy])
      try git.write(Self.own, to: "b.md")
      #expect(try git.hook() == Self.found)
      try git.stage(["b.md": Self.own + "\n" + Prose.paragraph(4) + "\n"])
      try git.write(Self.copy, to: "b.md")
      #expect(try git.hook() == [])
    }
  }

  @Test func whatWasThereBeforeIsNotNew() throws {
    try GitFolder.with { git in
      try git.commit(["a.md": Prose.text(Self.copied, Prose.paragraph(3)), "b.md": Self.copy])
      try git.stage(["b.md": Self.copy + "\n" + Prose.paragraph(5) + "\n"])
      #expect(try git.hook() == [])
    }
  }

  @Test func theFirstCommitHasNothingToCompareWith() throws {
    try GitFolder.with { git in
      try git.stage(Self.base)
      let run = try git.run(["hook"])
      #expect(run.status == 0)
      #expect(String(decoding: run.output, as: UTF8.self).contains("2 documents staged"))
    }
  }

  @Test func nothingStagedIsSaid() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      let run = try git.run(["hook"])
      #expect(run.status == 0)
      #expect(
        String(decoding: run.output, as: UTF8.self)
          == "taohua: no document is staged: nothing to check.\n")
    }
  }

  @Test func aNamedFileWithNothingStagedIsJudgedWhole() throws {
    try GitFolder.with { git in
      try git.commit(["a.md": Self.base["a.md"]!, "b.md": Self.copy])
      let run = try git.run(["hook", "b.md"])
      #expect(run.status == 1)
      #expect(String(decoding: run.output, as: UTF8.self).contains("judged whole"))
      // To check, a name narrows the change, and there is none.
      #expect(try git.run(["check", "--staged", "b.md"]).status == 0)
      #expect(try git.run(["check", "--staged", "c.md"]).status == 2)
      #expect(try git.run(["hook", "c.md"]).status == 2)
    }
  }

  @Test func aRenamedFileIsComparedWithWhatItWas() throws {
    try GitFolder.with { git in
      let long = Prose.text(Self.copied, Prose.paragraph(6), Prose.paragraph(7), Prose.paragraph(8))
      try git.commit(["a.md": Self.base["a.md"]!, "b.md": long])
      // So much is put in that the new file is no near-duplicate of the old one.
      let longer = long + "\n" + Prose.text(Prose.paragraph(9), Prose.paragraph(10))
      try git.shell("git mv b.md c.md")
      try git.stage(["c.md": longer])
      #expect(try git.hook() == [])
      try git.stage(["c.md": longer + "\n" + Prose.paragraph(3) + "\n"])
      #expect(try git.hook() == ["c.md:13:1: TH003"])
    }
  }

  @Test func textThatMovesToANewFileIsNoCopy() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("git rm -q a.md")
      try git.stage(["c.md": Prose.text(Prose.paragraph(11, words: 300), Self.copied)])
      #expect(try git.hook() == [])
    }
  }

  /// The old edition is put away under a name of its own, and a new one takes its place.
  @Test func aFileThatIsReplacedMayBeKept() throws {
    try GitFolder.with { git in
      try git.commit(["a.md": Self.base["a.md"]!, "current.md": Self.copy])
      try git.stage([
        "2022.md": Self.copy, "current.md": Prose.text(Prose.paragraph(16), Prose.paragraph(17)),
      ])
      #expect(try git.shell("git diff --cached --name-status -M").contains("A\t2022.md"))
      #expect(try git.hook() == [])
      #expect(try git.hook(["2022.md"]) == [])
      // What comes in beside it is new.
      try git.stage(["2022.md": Self.copy + "\n" + Prose.paragraph(3) + "\n"])
      let found = try git.hook(["--min-severity", "error"])
      #expect(found == ["2022.md:3:1: TH003", "2022.md:5:1: TH003"])
    }
  }

  @Test func textThatMovesBetweenFilesIsNoCopy() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.stage(["a.md": Prose.text(Prose.paragraph(3)), "b.md": Self.copy])
      #expect(try git.hook() == [])
      #expect(try git.hook(["b.md"]) == [])
      // As long as the source changes and keeps it, it is a copy.
      try git.stage(["a.md": Prose.text(Prose.paragraph(13), Self.copied)])
      #expect(try git.hook() == Self.found)
      #expect(try git.hook(["b.md"]) == Self.found)
    }
  }

  @Test func aCopyInAFileThatGoesMayGoOn() throws {
    try GitFolder.with { git in
      let old = Prose.text(Self.copied, Prose.paragraph(14, words: 400))
      try git.commit(["a.md": Self.base["a.md"]!, "old.md": old])
      try git.shell("git rm -q old.md")
      try git.stage(["one.md": Prose.text(Self.copied, Prose.paragraph(15, words: 400))])
      #expect(try git.hook() == [])
    }
  }

  @Test func intentToAddSubmodulesAndLinksAreNoDocuments() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.write(Self.copy, to: "later.md")
      try git.shell(
        """
        git add -N later.md
        ln -s a.md link.md && git add link.md
        git init -q sub.md && git -C sub.md commit -q --allow-empty -m s
        git add sub.md 2>/dev/null
        """)
      let run = try git.run(["hook"])
      #expect(run.status == 0)
      #expect(String(decoding: run.output, as: UTF8.self).contains("no document is staged"))
    }
  }

  @Test func aLinkThatBecomesAFileHasNoOldVersion() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("ln -s a.md c.md && git add c.md && git commit -q -m link && rm c.md")
      try git.stage(["c.md": Self.other])
      #expect(try git.hook() == ["c.md:3:1: TH003"])
    }
  }

  @Test func sparseCheckout() throws {
    try GitFolder.with { git in
      try git.commit(["in/b.md": Self.own, "out/a.md": Self.base["a.md"]!])
      try git.shell("git sparse-checkout set --cone in")
      #expect(!FileManager.default.fileExists(atPath: git.url.appending(path: "out/a.md").path))
      try git.stage(["in/b.md": Self.copy])
      #expect(try git.hook() == ["in/b.md:3:1: TH003"])
      try git.shell("git commit -q -m b")
      #expect(try git.hook(["--since", "HEAD~1"]) == ["in/b.md:3:1: TH003"])
    }
  }

  @Test func linkedWorkingTree() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("git worktree add -q ../w -b w")
      let other = GitFolder(url: git.url.deletingLastPathComponent().appending(path: "w"))
      try other.stage(["b.md": Self.copy])
      #expect(try other.hook() == Self.found)
      #expect(try git.hook() == [])
    }
  }

  /// A submodule is a repository of its own, whose git folder is elsewhere.
  @Test func insideASubmodule() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("git init -q -b main ../top && cd ../top && git commit -q --allow-empty -m t")
      let top = GitFolder(url: git.url.deletingLastPathComponent().appending(path: "top"))
      try top.shell("git -c protocol.file.allow=always submodule --quiet add ../r sub")
      let sub = GitFolder(url: top.url.appending(path: "sub"))
      try sub.stage(["b.md": Self.copy])
      #expect(try sub.hook() == Self.found)
      #expect(try top.hook() == [])
      try sub.shell("\"$TAOHUA\" hook install")
      #expect(try sub.shell("git commit -m x", succeeds: false).contains("TH003"))
    }
  }

  @Test func anyName() throws {
    try GitFolder.with { git in
      try git.commit(["a.md": Self.base["a.md"]!])
      let names = [
        " two  spaces .md", "-n.md", "--staged.md", "\"quoted\".md", "new\nline.md", "报告 (一).md",
        "back\\slash.md", "*.md", ":(top)x.md",
      ]
      for name in names { try git.write(Self.copy, to: name) }
      try git.shell(
        "printf '%s\\n' 'x' > /dev/null; cp -- ./-n.md \"$(printf 'caf\\351.md')\"; git add -A")
      let run = try git.run(["hook", "--format", "json"])
      #expect(run.status == 1)
      let json = try #require(
        try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
      let findings = try #require(json["findings"] as? [[String: Any]])
      let paths = findings.filter { $0["code"] as? String == "TH003" }
        .compactMap { $0["path"] as? String }
      #expect(Set(paths) == Set(names + ["caf\\351.md"]))
      // Each of them alone, as a hook is handed it.
      for name in names {
        #expect(try git.run(["hook", "--", name]).status == 1, "\(name)")
      }
    }
  }

  @Test func fromAFolderBelow() throws {
    try GitFolder.with { git in
      try git.commit(["d/a.md": Self.base["a.md"]!, "d/e/b.md": Self.own])
      try git.stage(["d/e/b.md": Self.copy, "c.md": Self.other])
      let all = ["../../c.md:3:1: TH003", "b.md:3:1: TH003"]
      #expect(try git.hook(in: "d/e") == all)
      #expect(try git.hook(["."], in: "d/e") == ["b.md:3:1: TH003"])
      #expect(try git.hook(["../../c.md"], in: "d/e") == ["../../c.md:3:1: TH003"])
      #expect(try git.hook([git.url.path + "/c.md"], in: "d/e") == ["../../c.md:3:1: TH003"])
    }
  }

  @Test func theAnswerIsTheSameHoweverTheNamesAreCut() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      var files: [String: String] = [:]
      for number in 0..<12 {
        let text = Prose.paragraph(100 + number)
        files["n\(number).md"] = number % 3 == 0 ? Prose.text(text, Self.copied) : Prose.text(text)
      }
      // Two new files that share a passage are no copies of the corpus.
      files["n1.md"]! += "\n" + Prose.paragraph(99) + "\n"
      files["n2.md"]! += "\n" + Prose.paragraph(99) + "\n"
      try git.stage(files)
      let whole = try git.hook()
      #expect(whole.count == 4)
      let names = files.keys.sorted()
      for size in [1, 5] {
        var union: [String] = []
        for start in stride(from: 0, to: names.count, by: size) {
          union += try git.hook(Array(names[start..<min(start + size, names.count)]))
        }
        #expect(union.sorted() == whole)
      }
    }
  }

  @Test func unreadableFiles() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("printf 'a\\0b' > bin.txt && git add bin.txt")
      let run = try git.run(["hook"])
      #expect(run.status == 2)
      let said = String(decoding: run.output + run.errors, as: UTF8.self)
      #expect(said.contains("bin.txt:1:1: TH902 unreadable: is a binary file"))
      #expect(said.components(separatedBy: "is a binary").count == 2, "said once")
      #expect(said.contains("git restore --staged"))
      // More than are shown as findings are all named.
      try git.shell("for n in $(seq 20 40); do cp bin.txt more$n.txt; done && git add .")
      let many = try git.run(["hook"])
      let named = String(decoding: many.output + many.errors, as: UTF8.self)
      for number in 20...40 { #expect(named.contains("more\(number).txt:"), "\(number)") }
      try git.shell("git rm -q -f --cached more*.txt && rm more*.txt")
      // What is committed already is no fault of the next commit, and is counted.
      try git.shell("git commit -q -m binary")
      try git.stage(["b.md": Self.own + "\n" + Prose.paragraph(12) + "\n"])
      let next = try git.run(["hook"])
      #expect(next.status == 0)
      #expect(
        String(decoding: next.output, as: UTF8.self).contains("could not be compared with"))
    }
  }

  @Test func whatIsNotOursIsPassedBy() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.stage([
        "made.md": Self.copy, "theirs/x.md": Self.copy, "left/out.md": Self.other,
        ".gitattributes": "made.md linguist-generated\ntheirs/** linguist-vendored\n",
        ".taohuaignore": "left/\n",
      ])
      #expect(try git.hook() == [])
      // A file that is named itself is checked, unless told otherwise.
      #expect(try git.hook(["left/out.md"]) == ["left/out.md:3:1: TH003"])
      #expect(try git.hook(["--force-exclude", "left/out.md", "made.md"]) == [])
    }
  }

  /// What the advice says to do does it.
  @Test func aFindingIsAllowedByItsID() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.stage(["b.md": Self.copy])
      let text = String(decoding: try git.run(["hook"]).output, as: UTF8.self)
      let advice = try #require(text.firstRange(of: /taohua allow [0-9a-f]{16} --reason/))
      let id = text[advice].split(separator: " ")[2]
      try git.shell("\"$TAOHUA\" allow \(id) --reason 'both offices publish it' --path b.md")
      #expect(try git.hook() == [])
      try git.stage(["c.md": Prose.text(Prose.paragraph(21), Self.copied)])
      #expect(try git.hook() == ["c.md:3:1: TH003"])
    }
  }

  @Test func whereThereIsNoGit() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      func message(_ run: CommandRun) -> String { String(decoding: run.errors, as: UTF8.self) }
      let without = try git.run(["hook"], environment: ["PATH": "/nonexistent"])
      #expect(without.status == 2)
      #expect(message(without).contains("there is no git in PATH"))
      let outside = try git.run(["hook"], in: "..")
      #expect(outside.status == 2)
      #expect(message(outside).contains("no git repository"))
      try git.shell("git clone -q --bare . ../bare.git")
      for folder in ["../bare.git", ".git"] {
        let bare = try git.run(["check", "--staged"], in: folder)
        #expect(bare.status == 2)
        #expect(message(bare).contains("no working tree"))
      }
    }
  }
}
