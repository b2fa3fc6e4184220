import Foundation
import Testing

/// The index that the hook keeps in the git folder never changes an answer.
@Suite struct HookIndexTests {
  private static let copied = Prose.paragraph(1)
  private static let own = Prose.text(Prose.paragraph(2))
  private static let copy = Prose.text(Prose.paragraph(2), copied)
  private static let base = ["a.md": Prose.text(copied, Prose.paragraph(3)), "b.md": own]
  private static let found = ["b.md:3:1: TH003"]

  private func indexed(_ body: (GitFolder) throws -> Void) throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("\"$TAOHUA\" hook index")
      #expect(try git.indexedCommit() == git.shell("git rev-parse HEAD"))
      try body(git)
    }
  }

  @Test func theAnswerIsTheSame() throws {
    try indexed { git in
      try git.stage(["b.md": Self.copy])
      #expect(try git.hook() == Self.found)
      let run = try git.run(["hook"])
      #expect(String(decoding: run.output, as: UTF8.self).contains("compared with 2"))
    }
  }

  @Test func whatWasCommittedSinceCounts() throws {
    try indexed { git in
      let later = Prose.paragraph(9)
      try git.commit(["c.md": Prose.text(later, Prose.paragraph(10))])
      try git.stage(["b.md": Self.own + "\n" + later])
      #expect(try git.hook() == Self.found)
      // What was taken away since does not.
      try git.shell("git reset -q --hard && git rm -q a.md && git commit -q -m gone")
      try git.stage(["b.md": Self.copy])
      #expect(try git.hook() == [])
    }
  }

  /// Stock phrases and all that depends on them follow from all documents together: those of an index that
  /// has fallen behind were others.
  @Test(arguments: [
    "printf '%s\\n' \"$1\" > c.md; printf '%s\\n' \"$1\" > d.md",
    "printf '%s\\n' \"$1\" >> a.md; git mv a.md e.md; git rm -q z.md",
    "git rm -q y.md",
    "printf '%s\\n' \"$1\" | iconv -t utf-16 > m.txt; printf 'x\\0y' > n.md",
  ])
  func anIndexThatIsBehindFindsTheSame(_ change: String) throws {
    try GitFolder.with { git in
      let phrase = Prose.paragraph(20, words: 30)
      var files = Self.base
      for (index, name) in ["w.md", "x.md", "y.md", "z.md"].enumerated() {
        files[name] = Prose.text(Prose.paragraph(30 + index), Prose.paragraph(21, words: 30))
      }
      files["y.md"] = Prose.text(phrase, Prose.paragraph(40), phrase)
      files["z.md"] = Prose.text(phrase, Prose.paragraph(41))
      try git.commit(files)
      try git.shell("\"$TAOHUA\" hook index")
      let made = try git.indexedCommit()
      try git.shell("set -- '\(phrase)'; \(change)")
      try git.commit()
      try git.stage(["b.md": Prose.text(Prose.paragraph(2), phrase, Prose.paragraph(21, words: 30))]
      )
      let behind = try git.run(["hook", "--format", "json"])
      #expect(try git.indexedCommit() == made)
      try git.shell("rm -r .git/taohua")
      let anew = try git.run(["hook", "--format", "json"])
      #expect(String(decoding: anew.output, as: UTF8.self).contains("TH00"))
      #expect(behind.output == anew.output)
      #expect(behind.errors == anew.errors)
    }
  }

  @Test func anotherBranchIsNoFault() throws {
    try indexed { git in
      try git.shell("git checkout -q --orphan other && git rm -qrf .")
      try git.commit(["b.md": Self.own, "d.md": Prose.text(Self.copied, Prose.paragraph(11))])
      try git.stage(["b.md": Self.copy])
      #expect(try git.hook() == Self.found)
      let text = String(decoding: try git.run(["hook"]).output, as: UTF8.self)
      #expect(text.contains("d.md") && !text.contains("a.md"))
    }
  }

  @Test func aDamagedIndexIsNotAsked() throws {
    try indexed { git in
      try git.stage(["b.md": Self.copy])
      for script in [
        "for f in .git/taohua/index/*.segment; do printf xxxx | dd of=$f bs=1 seek=5000 conv=notrunc; done",
        "rm -f .git/taohua/index/*.catalogue", "printf nonsense > .git/taohua/commit",
        "truncate -s 100 .git/taohua/index/index.sqlite", "rm -r .git/taohua/index",
      ] {
        try git.shell("\"$TAOHUA\" hook index")
        try git.shell(script)
        #expect(try git.hook() == Self.found, "\(script)")
      }
    }
  }

  @Test func muchChangeBringsItUpToDate() throws {
    try indexed { git in
      var files: [String: String] = [:]
      for number in 0..<70 {
        files["n\(number).md"] = Prose.text(Prose.paragraph(300 + number, words: 30))
      }
      try git.commit(files)
      try git.stage(["b.md": Self.copy])
      let before = try git.indexedCommit()
      #expect(try git.hook(["--index-budget", "0"]) == Self.found)
      #expect(try git.indexedCommit() != before)
      #expect(try git.indexedCommit() == git.shell("git rev-parse HEAD"))
      #expect(try git.hook() == Self.found)
    }
  }

  /// A large document that changed is not read again for every commit.
  @Test func aLargeChangeBringsItUpToDate() throws {
    try indexed { git in
      let paragraphs = (0..<420).map { Prose.paragraph(400 + $0) }
      try git.commit(["large.md": paragraphs.joined(separator: "\n\n") + "\n"])
      try git.stage(["b.md": Self.copy])
      let before = try git.indexedCommit()
      // However slow the machine is.
      #expect(try git.hook(["--index-budget", "0"]) == Self.found)
      #expect(try git.indexedCommit() != before)
      #expect(try git.indexedCommit() == git.shell("git rev-parse HEAD"))
      // It is part of the corpus.
      try git.stage(["b.md": Self.own + "\n" + paragraphs[7] + "\n"])
      #expect(try git.hook() == Self.found)
    }
  }

  @Test func whatIsLeftOutNowIsLeftOut() throws {
    try indexed { git in
      try git.commit([".taohuaignore": "a.md\n"])
      try git.stage(["b.md": Self.copy])
      #expect(try git.hook() == [])
    }
  }

  @Test func otherSettingsAreNotThoseOfTheIndex() throws {
    try indexed { git in
      try git.stage(["b.md": Self.copy])
      #expect(try git.hook(["--min-length", "7"]) == Self.found)
      #expect(try git.hook() == Self.found)
    }
  }

  @Test func eachWorkingTreeHasItsOwn() throws {
    try indexed { git in
      try git.shell("git worktree add -q ../w -b w")
      let other = GitFolder(url: git.url.deletingLastPathComponent().appending(path: "w"))
      try other.shell("\"$TAOHUA\" hook index")
      try other.stage(["b.md": Self.copy])
      #expect(try other.hook() == Self.found)
      #expect(
        FileManager.default.fileExists(
          atPath: git.url.appending(path: ".git/worktrees/w/taohua/commit").path))
    }
  }

  @Test func theUsersOwnIndexComesFirst() throws {
    try GitFolder.with { git in
      try git.commit(["b.md": Self.own])
      try git.shell("mkdir ../old && cp b.md ../old/x.md")
      try git.write(Prose.text(Self.copied, Prose.paragraph(12)), to: "../old/y.md")
      try git.shell("\"$TAOHUA\" index build ../old && printf '.taohua/\\n' > .gitignore")
      try git.stage(["b.md": Self.copy])
      #expect(try git.hook() == Self.found)
      let text = String(decoding: try git.run(["hook"]).output, as: UTF8.self)
      #expect(text.contains("y.md"))
    }
  }
}

extension GitFolder {
  /// The commit that the hook's index was made of.
  fileprivate func indexedCommit() throws -> String { try shell("cat .git/taohua/commit") }
}
