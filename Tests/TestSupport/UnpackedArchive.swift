package import Foundation

/// A corpus of ../shared that is an archive, unpacked into a folder that goes with the value.
package final class UnpackedArchive {
  package let folder: URL

  /// Nil where there is no such archive, or no `tar` that unpacks it.
  package init?(_ name: String) throws {
    guard let archive = TestFiles.shared?.appending(path: name + ".tar.xz"),
      FileManager.default.fileExists(atPath: archive.path)
    else { return nil }
    folder = FileManager.default.temporaryDirectory.appending(path: "taohua-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = ["tar", "-xJf", archive.path, "-C", folder.path]
    try tar.run()
    tar.waitUntilExit()
    if tar.terminationStatus != 0 { return nil }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
