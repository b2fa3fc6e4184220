internal import PhraseReport
internal import Taohua

/// What the documents of a change are compared with: the documents of the commit that it starts from.
struct HookCorpus {
  let reports: OpenReports
  /// Documents that this clone has not, or that could not be read: no fault of the change.
  let unread: Int

  /// Reads the documents of `commit` that `filter` lets through; none before the first commit.
  ///
  /// - Throws: `CommandFailure`.
  init(
    of commit: GitObject?, in repository: GitRepository, filter: inout DocumentFilter,
    settings: Settings, _ checkSettings: CheckSettings
  ) throws(CommandFailure) {
    let files = try Self.documents(of: commit, filter: &filter)
    let contents = try Git.ask { () throws(GitFailure) in
      try BlobReader.contents(of: files.map(\.blob))
    }
    var inputs: [InputPath] = []
    for file in files {
      guard let content = try? contents[file.blob]?.get() else { continue }
      let name = file.path.name(from: repository.prefix)
      inputs.append(InputPath(repository.absolute(file.path), name, content: content))
    }
    var corpus = Corpus.read(
      inputs, settings: settings.reading, jobs: settings.jobs)
    unread = files.count - inputs.count + corpus.skipped.count
    corpus.skipped = []
    reports = OpenReports(corpus, checkSettings)
  }

  private static func documents(
    of commit: GitObject?, filter: inout DocumentFilter
  ) throws(CommandFailure) -> [GitFile] {
    guard let commit else { return [] }
    let files = try Git.ask { () throws(GitFailure) in try TreeListing.files(of: commit) }
    let documents = Set(try filter.documents(among: files.map(\.path)))
    return files.filter { documents.contains($0.path) }
  }
}
