import Foundation
import Testing

/// Changes since another commit.
@Suite struct SinceTests {
  private static let copied = Prose.paragraph(1)
  private static let own = Prose.text(Prose.paragraph(2))
  private static let copy = Prose.text(Prose.paragraph(2), copied)
  private static let base = ["a.md": Prose.text(copied, Prose.paragraph(3)), "b.md": own]
  private static let found = ["b.md:3:1: TH003"]

  @Test func theCommonAncestorCounts() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("git checkout -q -b branch")
      try git.commit(["c.md": Prose.text(Prose.paragraph(70))])
      try git.shell("git checkout -q main")
      for number in 0..<40 {
        try git.commit(["m\(number).md": Prose.text(Prose.paragraph(200 + number), Self.copied)])
      }
      try git.shell("git checkout -q branch")
      #expect(try git.hook(["--since", "main"]) == [])
      let run = try git.run(["check", "--since", "main"])
      #expect(run.status == 0)
      #expect(String(decoding: run.errors, as: UTF8.self).contains("1 document changed since main"))
      try git.commit(["b.md": Self.copy])
      #expect(try git.hook(["--since", "main"]) == Self.found)
      #expect(try git.hook(["--since", "main", "c.md"], status: 0) == [])
    }
  }

  @Test func whatIsNotCommittedCountsToo() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("git checkout -q -b branch")
      try git.commit(["c.md": Prose.text(Prose.paragraph(71))])
      try git.write(Self.copy, to: "b.md")
      #expect(try git.hook(["--since", "main"]) == Self.found)
      // With --staged, what is in the folder alone does not.
      func staged() throws -> CommandRun {
        try git.run(["check", "--staged", "--since", "main", "--format", "concise"])
      }
      #expect(git.findings(try staged()) == [])
      try git.shell("git add -A")
      #expect(git.findings(try staged()) == Self.found)
    }
  }

  @Test func preCommitNamesTheEnds() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("git checkout -q -b branch")
      try git.commit(["b.md": Self.copy])
      let ends = ["PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "main", "PRE_COMMIT_TO_REF": "branch"]
      // What is checked out does not matter then.
      for place in ["branch", "main"] {
        try git.shell("git checkout -q \(place)")
        #expect(try git.hook(environment: ends) == Self.found)
        #expect(try git.hook(["b.md"], environment: ends) == Self.found)
      }
      #expect(try git.hook() == [])
    }
  }

  @Test func commitsThatAreNotThere() throws {
    try GitFolder.with { git in
      func message(_ arguments: [String]) throws -> String {
        let run = try git.run(arguments)
        #expect(run.status == 2)
        return String(decoding: run.errors, as: UTF8.self)
      }
      #expect(try message(["check", "--since", "HEAD"]).contains("no such commit"))
      try git.commit(Self.base)
      for name in ["nowhere", "a.md", "HEAD:a.md", ""] {
        #expect(try message(["check", "--since", name]).contains("no such commit"), "\(name)")
      }
      #expect(try message(["check", "--since=--all"]).contains("no such commit"))
      try git.shell("git checkout -q --orphan other && git commit -q -m o")
      #expect(try message(["check", "--since", "main"]).contains("no common ancestor"))
    }
  }

  @Test func staleStatIsNoChange() throws {
    try GitFolder.with { git in
      try git.commit(["a.md": Self.base["a.md"]!, "b.md": Self.copy])
      try git.shell("touch -d '2001-01-01' a.md b.md")
      #expect(try git.hook(["--since", "HEAD"]) == [])
    }
  }
}
