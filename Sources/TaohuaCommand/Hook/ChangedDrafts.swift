internal import PhraseReport
internal import Taohua
internal import TextIngest

/// The documents of a change: as they are now, and as they were.
struct ChangedDrafts {
  /// The new versions.
  private(set) var inputs: [InputPath] = []
  /// The old versions, each under the name of the new one; several of a name where a merge has several
  /// parents.
  private(set) var older: [InputPath] = []
  /// Documents that the change takes away: what stood in them has moved, wherever it stands now.
  private(set) var removed: [InputPath] = []
  /// What could not be read.
  private(set) var skipped: [SkippedFile] = []

  /// Reads `files`, new and old, and those that are `removed`, with one call of git.
  ///
  /// - Throws: `GitFailure`.
  init(
    _ files: [ChangedFile], removed: [GitFile], in repository: GitRepository
  ) throws(GitFailure) {
    let contents = try BlobReader.contents(of: files.flatMap(\.blobs) + removed.map(\.blob))
    for file in removed where DocumentFilter.isDocument(file.path) {
      guard let content = try? contents[file.blob]?.get() else { continue }
      let name = file.path.name(from: repository.prefix)
      self.removed.append(InputPath(repository.absolute(file.path), name, content: content))
    }
    for file in files {
      let name = file.path.name(from: repository.prefix)
      do throws(BlobReader.Failure) {
        let old = try Self.contents(of: file.oldBlobs, in: contents)
        let path = repository.absolute(file.path)
        switch file.content {
        case .blob(let blob):
          let new = try Self.contents(of: [blob], in: contents)
          inputs += new.map { InputPath(path, name, content: $0) }
        case .workingTree: inputs.append(InputPath(path, name, content: nil))
        case .unmerged:
          skip(name, "has an unresolved conflict; resolve it and add it: git add")
          continue
        }
        older += old.map { InputPath(path, name, content: $0) }
      } catch {
        skip(name, error.reason)
      }
    }
  }

  private static func contents(
    of blobs: [GitObject], in contents: [GitObject: Result<[UInt8], BlobReader.Failure>]
  ) throws(BlobReader.Failure) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for blob in blobs { found.append(try (contents[blob] ?? .failure(.missing)).get()) }
    return found
  }

  private mutating func skip(_ name: String, _ reason: String) {
    skipped.append(SkippedFile(path: name, reason: reason, isFailure: true))
  }
}

extension InputPath {
  /// A document that git keeps, or without `content` the file at `path`.
  init(_ path: String, _ name: String, content: [UInt8]?) {
    self.init(path: path, name: name, isNamed: false)
    self.content = content
  }
}
