package import Foundation

/// Where the real corpora and the sample corpus are.
package enum TestFiles {
  /// The root of the package.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The sample corpus that the repository holds.
  package static let sample = root.appending(path: "corpus")

  /// One report in each format that is read.
  package static let documents = root.appending(path: "Tests/Fixtures/documents")

  /// The folder of real corpora beside the checkout, or nil where there is none.
  package static var shared: URL? {
    let folder =
      ProcessInfo.processInfo.environment["TAOHUA_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    let corpora = folder.appending(path: "corpora")
    return FileManager.default.fileExists(atPath: corpora.path) ? corpora : nil
  }

  /// The files of `folder` with one of `extensions`, by path.
  package static func files(
    under folder: URL, extensions: Set<String> = ["txt", "md"]
  ) -> [URL] {
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let all = walk?.compactMap { $0 as? URL } ?? []
    return all.filter { extensions.contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }
}
