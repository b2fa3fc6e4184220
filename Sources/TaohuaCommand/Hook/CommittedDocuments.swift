internal import PhraseReport
internal import Taohua
internal import TextIngest

/// The documents of a commit, read from git.
struct CommittedDocuments {
  /// Named from the top of the working tree.
  let inputs: [InputPath]
  /// Documents that this clone has not: no fault of the next commit.
  let missing: Int

  /// Bytes of those that are read as they are: what another program reads says little of its text by its size, and
  /// the text is kept.
  var size: Int {
    inputs.reduce(0) { size, input in
      let format = try? Reader.format(ofFileName: input.name)
      return size + (format?.converter == nil ? input.content?.count ?? 0 : 0)
    }
  }

  /// Reads `files` with one call of git.
  init(_ files: [GitFile], in repository: GitRepository) throws(CommandFailure) {
    let contents = try Git.ask { () throws(GitFailure) in
      try BlobReader.contents(of: files.map(\.blob))
    }
    var inputs: [InputPath] = []
    for file in files {
      guard let content = try? contents[file.blob]?.get() else { continue }
      inputs.append(
        InputPath(repository.absolute(file.path), file.path.name(from: []), content: content))
    }
    self.inputs = inputs
    missing = files.count - inputs.count
  }

  /// The documents of `commit` that `filter` lets through; none before the first commit.
  static func files(
    of commit: GitObject?, filter: inout DocumentFilter
  ) throws(CommandFailure) -> [GitFile] {
    guard let commit else { return [] }
    let files = try Git.ask { () throws(GitFailure) in try TreeListing.files(of: commit) }
    let documents = Set(try filter.documents(among: files.map(\.path)))
    return files.filter { documents.contains($0.path) }
  }
}
