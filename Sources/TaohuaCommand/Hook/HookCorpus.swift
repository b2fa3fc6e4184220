internal import PhraseReport
internal import Taohua

/// What the documents of a change are compared with: the documents of the commit that it starts from.
///
/// What the change takes away or renames is left out: a text that moves is no copy.
struct HookCorpus {
  let corpus: Corpus
  /// Documents that this clone has not, or that could not be read: no fault of the change.
  let unread: Int

  /// Reads the documents of `changes.base` that `filter` lets through.
  ///
  /// - Throws: `CommandFailure`.
  init(
    of changes: ChangeSet, in repository: GitRepository, filter: inout DocumentFilter,
    settings: Settings
  ) throws(CommandFailure) {
    let files = try Self.files(of: changes.base, without: changes.deleted, filter: &filter)
    let contents: [GitObject: Result<[UInt8], BlobReader.Failure>]
    do throws(GitFailure) {
      contents = try BlobReader.contents(of: files.map(\.blob))
    } catch {
      throw .git(error)
    }
    var inputs: [InputPath] = []
    for file in files {
      guard let content = try? contents[file.blob]?.get() else { continue }
      inputs.append(InputPath(file.path.name(from: repository.prefix), content: content))
    }
    var corpus = Corpus.read(
      inputs, splitsCompilations: settings.flag(.split), jobs: settings.jobs)
    unread = files.count - inputs.count + corpus.skipped.count
    for index in corpus.skipped.indices { corpus.skipped[index].isFailure = false }
    self.corpus = corpus
  }

  private static func files(
    of base: GitObject?, without deleted: Set<GitPath>, filter: inout DocumentFilter
  ) throws(CommandFailure) -> [GitFile] {
    guard let base else { return [] }
    let all: [GitFile]
    do throws(GitFailure) {
      all = try TreeListing.files(of: base)
    } catch {
      throw .git(error)
    }
    let present = all.filter { !deleted.contains($0.path) }
    let documents = Set(try filter.documents(among: present.map(\.path)))
    return present.filter { documents.contains($0.path) }
  }
}
