import Foundation
import Testing
import TextIngest

/// Arguments become files with the names that DESIGN promises.
@Suite struct FileDiscoveryTests {
  @Test func namesAreRelativeToTheWorkingFolder() throws {
    try inFolder(["in/a.txt", "in/b/c.md"]) { folder in
      let expected = ["in/a.txt", "in/b/c.md"]
      for argument in ["in", "./in/", "in/../in", folder + "/in", "in/b/.."] {
        #expect(names(["\(argument)"], in: folder) == expected, "\(argument)")
      }
      #expect(names(["."], in: folder) == expected)
      #expect(names(["in/b/c.md", "in//a.txt"], in: folder) == expected)
    }
  }

  @Test func namesOutsideStartAtTheArgument() throws {
    try inFolder(["work/x.txt", "else/reports/a.txt", "else/reports/deep/b.txt"]) { folder in
      let work = folder + "/work"
      #expect(
        names([folder + "/else/reports"], in: work) == ["reports/a.txt", "reports/deep/b.txt"])
      #expect(names(["../else/reports/a.txt"], in: work) == ["a.txt"])
    }
  }

  @Test func equalNamesGetAsManyParentsAsTheyNeed() throws {
    try inFolder(["work/x.txt", "2023/east/r/a.txt", "2024/east/r/a.txt", "z/b.txt"]) { folder in
      let work = folder + "/work"
      let arguments = [folder + "/2023/east/r", folder + "/2024/east/r", folder + "/z"]
      let expected = ["2023/east/r/a.txt", "2024/east/r/a.txt", "z/b.txt"]
      #expect(names(arguments, in: work) == expected)
      #expect(names(arguments.reversed(), in: work) == expected)
    }
  }

  @Test func aNameOutsideNeverHidesOneInside() throws {
    try inFolder(["work/r/a.txt", "r/a.txt"]) { folder in
      let found = names(["r", "../r"], in: folder + "/work")
      let parent = folder.split(separator: "/").last.map(String.init) ?? ""
      #expect(found == [parent + "/r/a.txt", "r/a.txt"].sorted())
    }
  }

  @Test func absolutePathsOnRequest() throws {
    try inFolder(["in/a.txt"]) { folder in
      var options = DiscoveryOptions(workingFolder: folder)
      options.usesAbsolutePaths = true
      let found = discover(["in"], options)
      #expect(found.files.map(\.name) == [folder + "/in/a.txt"])
    }
  }

  @Test func oneFileByTwoWaysIsOneDocument() throws {
    try inFolder(["in/a.txt"]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/in/link.txt", withDestinationPath: "a.txt")
      let found = discover(["in", "in/a.txt", folder + "/in/link.txt"], in: folder)
      #expect(found.files.map(\.name) == ["in/a.txt"])
      #expect(found.files.map(\.isNamed) == [true])
    }
  }

  @Test func whatIsNamedIsReadThoughAWalkPassesItBy() throws {
    try inFolder(["in/a.txt", "in/b.xyz", "in/.c.txt", "in/d.xyz"]) { folder in
      for arguments in [["in", "in/b.xyz", "in/.c.txt"], ["in/.c.txt", "in/b.xyz", "in"]] {
        let found = discover(arguments, in: folder)
        #expect(Set(found.files.map(\.name)) == ["in/a.txt", "in/b.xyz", "in/.c.txt"])
        #expect(found.left.map(\.name) == ["in/d.xyz"])
      }
    }
  }

  @Test func linksToFoldersAreLeftOutAndCounted() throws {
    try inFolder(["in/a.txt"]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/in/loop", withDestinationPath: "..")
      let found = discover(["in"], in: folder)
      #expect(found.files.map(\.name) == ["in/a.txt"])
      #expect(
        found.left
          == [UndiscoveredPath(name: "in/loop", reason: .linkedFolder, isFailure: false)])
    }
  }

  @Test func whatIsLeftOutIsCountedWithItsReason() throws {
    let files = [
      "in/a.txt", "in/b.png", "in/.c.txt", "in/.d/e.txt", "in/.git/f.txt", "in/.taohua/g.txt",
      "in/h/i.txt", "in/j.txt", "in/k/l.txt", "in/k/m.md",
    ]
    try inFolder(files) { folder in
      try write("h/\n", to: folder + "/in/.gitignore")
      var options = DiscoveryOptions(workingFolder: folder)
      options.filter = PathFilter(include: ["*.txt"], exclude: ["in/j.txt"])
      let found = discover(["in"], options)
      #expect(found.files.map(\.name) == ["in/a.txt", "in/k/l.txt"])
      let left: [(String, UndiscoveredPath.Reason)] = [
        ("in/.c.txt", .hidden), ("in/.d", .hidden), ("in/b.png", .notIncluded), ("in/h", .ignored),
        ("in/j.txt", .excluded), ("in/k/m.md", .notIncluded),
      ]
      #expect(
        found.left
          == left.map { UndiscoveredPath(name: $0.0, reason: $0.1, isFailure: false) })
    }
  }

  @Test func patternsHoldForNamedPathsOnlyOnRequest() throws {
    try inFolder(["in/a.txt", "in/b/c.txt", "in/b/d.txt", "in/e.md"]) { folder in
      var options = DiscoveryOptions(workingFolder: folder)
      options.filter = PathFilter(exclude: ["b/", "!in/b/d.txt", "*.md"])
      #expect(discover(["in"], options).files.map(\.name) == ["in/a.txt"])
      let named = ["in/b/c.txt", "in/e.md"]
      #expect(discover(named, options).files.map(\.name) == named)
      options.forcesExclusion = true
      let forced = discover(named, options)
      #expect(forced.files.isEmpty)
      #expect(forced.left.map(\.reason) == [.excluded, .excluded])
    }
  }

  @Test func aFolderThatIsIncludedIsReadWhole() throws {
    try inFolder(["in/2023/a.txt", "in/2024/b.txt", "in/2024/deep/c.md"]) { folder in
      var options = DiscoveryOptions(workingFolder: folder)
      options.filter = PathFilter(include: ["2024/"])
      #expect(
        discover(["in"], options).files.map(\.name) == ["in/2024/b.txt", "in/2024/deep/c.md"])
    }
  }

  @Test func aMissingPathIsAFailure() throws {
    try inFolder(["a.txt"]) { folder in
      let found = discover(["a.txt", "gone.txt"], in: folder)
      #expect(found.files.map(\.name) == ["a.txt"])
      #expect(found.left.map(\.name) == ["gone.txt"])
      #expect(found.left.map(\.isFailure) == [true])
    }
  }

  @Test func whatTheProgramWroteIsNoInputUnlessNamed() throws {
    try inFolder(["a.txt", "reports/report.md"]) { folder in
      var options = DiscoveryOptions(workingFolder: folder)
      options.outputs = [folder + "/reports/report.md"]
      #expect(discover(["."], options).files.map(\.name) == ["a.txt"])
      #expect(discover(["."], options).left.isEmpty)
      #expect(discover(["reports/report.md"], options).files.map(\.name) == ["reports/report.md"])
    }
  }

  @Test func reportsOfAnEarlierAuditAreNoInput() throws {
    let reports = ["out/index.html", "out/report.json", "out/report.md"]
    try inFolder(["a.txt"] + reports) { folder in
      #expect(names(["."], in: folder) == ["a.txt", "out/index.html", "out/report.md"])
      try write("{\n\"schema\":\"taohua.audit/1\"}\n", to: folder + "/out/report.json")
      #expect(names(["."], in: folder) == ["a.txt"])
      #expect(discover(["."], in: folder).left.isEmpty)
    }
  }

  @Test func pagesOfThisProgramAreNoInput() throws {
    let loaded = "audit-2024-data/1-0123456789abcdef.js"
    try inFolder(["a.html", "audit-2024.html", loaded]) { folder in
      let head = "<!DOCTYPE html>\n<head>\n<meta name=\"generator\" content=\"taohua 9.9\">\n"
      try write(head, to: folder + "/audit-2024.html")
      #expect(names(["."], in: folder) == ["a.html"])
      #expect(discover(["."], in: folder).left.isEmpty)
      #expect(names(["audit-2024.html"], in: folder) == ["audit-2024.html"])
    }
  }

  @Test func namesThatAreNotUTF8AreFailures() throws {
    try inFolder(["in/a.txt"]) { folder in
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", "echo x > in/\"$(printf 'b\\377.txt')\""]
      shell.currentDirectoryURL = URL(filePath: folder)
      try shell.run()
      shell.waitUntilExit()
      let found = discover(["in"], in: folder)
      #expect(found.files.map(\.name) == ["in/a.txt"])
      #expect(found.left.map(\.reason) == [.nameIsNotUTF8])
      #expect(found.left.map(\.isFailure) == [true])
    }
  }

  @Test func innerIgnoreFilesDecideAndOursBeforeGit() throws {
    try inFolder(["r/a.txt", "r/s/b.txt", "r/s/c.txt", "r/t/d.txt"]) { folder in
      try write("*.txt\n!c.txt\n", to: folder + "/r/.gitignore")
      try write("!b.txt\n", to: folder + "/r/s/.gitignore")
      try write("c.txt\n", to: folder + "/r/.taohuaignore")
      #expect(names(["r"], in: folder) == ["r/s/b.txt"])
    }
  }

  @Test func rulesAboveHoldUpToTheRepositorysRoot() throws {
    try inFolder(["repo/.git/HEAD", "repo/r/a.txt", "repo/r/b.txt"]) { folder in
      try write("a.txt\n", to: folder + "/repo/.gitignore")
      try write("b.txt\n", to: folder + "/.gitignore")
      #expect(names(["."], in: folder + "/repo/r") == ["b.txt"])
    }
  }

  @Test func theOrderOfArgumentsChangesNothing() throws {
    try inFolder(["b/2.txt", "b/10.txt", "a/é.txt", "a/e\u{301}.txt", "c.txt"]) { folder in
      let arguments = ["c.txt", "b", "a", "b/2.txt", "gone"]
      let first = discover(arguments, in: folder)
      #expect(first.files.count == 5)
      for count in 0..<arguments.count {
        let turned = Array(arguments[count...] + arguments[..<count])
        let other = discover(turned, in: folder)
        #expect(other.files == first.files)
        #expect(other.left == first.left)
      }
    }
  }

  private func discover(_ arguments: [String], in folder: String) -> FileDiscovery {
    discover(arguments, DiscoveryOptions(workingFolder: folder))
  }

  /// Arguments are made absolute here: a test does not change the folder of its process.
  private func discover(_ arguments: [String], _ options: DiscoveryOptions) -> FileDiscovery {
    let paths = arguments.map { $0.hasPrefix("/") ? $0 : options.workingFolder + "/" + $0 }
    return FileDiscovery(paths, options: options)
  }

  private func names(_ arguments: [String], in folder: String) -> [String] {
    discover(arguments, in: folder).files.map(\.name)
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  /// Calls `body` with the path of a folder that holds `files`, a line of text in each.
  private func inFolder(_ files: [String], _ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      let url = folder.appending(path: file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("\(file)\n".utf8).write(to: url)
    }
    try body(folder.path(percentEncoded: false).trimmedSlash)
  }
}

extension String {
  fileprivate var trimmedSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
