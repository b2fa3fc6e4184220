import Foundation
import Testing

/// How often the hook calls git: it is told by a `git` that notes its arguments and runs the real one.
@Suite struct GitCallTests {
  private static let copied = Prose.paragraph(1)
  private static let base = [
    "a.md": Prose.text(copied, Prose.paragraph(3)), "b.md": Prose.text(Prose.paragraph(2)),
  ]

  /// The calls of git that `hook` makes, each as its arguments.
  private func calls(_ git: GitFolder, _ arguments: [String] = []) throws -> [[String]] {
    let folder = git.url.deletingLastPathComponent()
    let (program, log) = (folder.appending(path: "bin/git"), folder.appending(path: "calls"))
    try FileManager.default.createDirectory(
      at: folder.appending(path: "bin"), withIntermediateDirectories: true)
    let script = """
      #!/bin/sh
      { printf '%s\\t' "$@"; echo; } >> '\(log.path)'
      exec /usr/bin/git "$@"

      """
    try script.write(to: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    try? FileManager.default.removeItem(at: log)
    let path = folder.appending(path: "bin").path + ":/usr/bin:/bin"
    let run = try git.run(["hook"] + arguments, environment: ["PATH": path])
    #expect(run.status < 2, "\(String(decoding: run.errors, as: UTF8.self))")
    return try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t").map { String($0) } }
  }

  /// Documents that have nothing in common, and one copy.
  private static func files(_ count: Int) -> [String: String] {
    var files = ["b.md": Prose.text(Prose.paragraph(2), copied)]
    for number in 0..<count { files["n\(number).md"] = Prose.text(Prose.paragraph(100 + number)) }
    return files
  }

  @Test func oneListingAndOneReading() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("\"$TAOHUA\" hook index")
      try git.stage(Self.files(1))
      let few = try calls(git)
      try git.stage(Self.files(300))
      let many = try calls(git)
      // However many files are staged, the calls are the same.
      #expect(many == few)
      let listings = many.filter { $0[0] == "diff-index" }
      #expect(listings.count == 1)
      #expect(listings[0].starts(with: ["diff-index", "--cached"]))
      #expect(listings[0].contains("--raw") && listings[0].contains("-z"))
      #expect(many.filter { $0[0] == "cat-file" } == [["cat-file", "--batch"]])
      #expect(many.count <= 7, "\(many)")
    }
  }

  /// The index is behind: what was committed since is one more listing and one more reading.
  @Test func whatWasCommittedSince() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("\"$TAOHUA\" hook index")
      try git.commit(Self.files(20).filter { $0.key != "b.md" })
      try git.stage(["b.md": Self.files(0)["b.md"]!])
      let calls = try calls(git)
      #expect(calls.count { $0[0] == "cat-file" } == 2)
      #expect(calls.count { $0[0] == "diff-index" } == 1)
      #expect(calls.count { $0[0] == "diff-tree" } == 1)
      #expect(calls.count <= 9, "\(calls)")
    }
  }

  /// With the user's own index, no commit is read at all.
  @Test func withAnIndexOfTheUser() throws {
    try GitFolder.with { git in
      try git.commit(Self.base)
      try git.shell("\"$TAOHUA\" index build . && printf '.taohua/\\n' > .gitignore")
      try git.stage(Self.files(3))
      let calls = try calls(git)
      #expect(calls.filter { $0[0] == "cat-file" } == [["cat-file", "--batch"]])
      #expect(calls.allSatisfy { $0[0] != "ls-tree" && $0[0] != "diff-tree" }, "\(calls)")
    }
  }
}
