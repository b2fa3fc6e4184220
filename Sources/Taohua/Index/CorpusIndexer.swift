package import CorpusIndex
internal import Glibc
internal import PhraseMining
package import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// Writes an index: builds it, adds and removes documents, brings its catalogue up to date.
///
/// Whoever is killed in the middle leaves the index as it was: segments and catalogues become part of it by
/// one transaction of the database, after they are on the disk.
package struct CorpusIndexer: ~Copyable {
  let folder: IndexFolder
  let lock: WriterLock
  let workers: Workers

  /// What a change did.
  package struct Change: Hashable, Sendable {
    /// Names of files that were added, whose content changed, that are gone.
    package var added: [String] = []
    package var changed: [String] = []
    package var removed: [String] = []
    /// Files that are as they were.
    package var unchanged = 0
    /// What could not be read, or is no document.
    package var skipped: [SkippedFile] = []

    package init() {}

    package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
  }

  /// Takes the index's lock; makes its folder.
  ///
  /// - Parameters:
  ///   - seconds: how long to wait for another writer.
  ///   - waiting: called once if there is one, with its process number if it is known.
  package init(
    folder: String, jobs: Int, waitingUpTo seconds: Int, waiting: (Int32?) -> Void
  ) throws(IndexError) {
    self.folder = IndexFolder(folder)
    try self.folder.create()
    lock = try WriterLock(folder: folder, waitingUpTo: seconds, waiting: waiting)
    workers = Workers(count: jobs)
  }

  /// Makes the index anew of `inputs`, whatever it held; leaves it where none of them can be read.
  ///
  /// - Parameters:
  ///   - skipped: what was found beside them and is no document.
  ///   - roots: what a later refresh looks through, absolute paths.
  ///   - base: the folder that names are relative to, as ``CorpusIndex/Manifest`` keeps it.
  package borrowing func build(
    _ inputs: [InputPath], skipped: [SkippedFile] = [], roots: [String], base: IndexBase,
    settings: IndexSettings, progress: ProgressHandler?
  ) throws(IndexError) -> Change {
    // What cannot be read by this version is no reason not to build.
    let earlier = folder.readableManifest()
    let stamps = FileStamps(inputs)
    let corpus = Corpus.read(
      inputs, settings: settings.reading, jobs: workers.count, progress: progress)
    var change = Change()
    change.added = corpus.files.map(\.input.name)
    change.skipped = corpus.skipped + skipped
    if corpus.files.isEmpty { return change }
    var manifest = Manifest(
      roots: roots.map { base.stored(root: $0) }, base: base.stored, settings: settings.text)
    manifest.generation = (earlier?.generation ?? 0) + 1
    manifest.note(change.skipped)
    try append(corpus, Readings(stamps, base), to: &manifest)
    try describe(corpus, &manifest, settings, earlier, progress)
    return change
  }

  /// Adds `inputs`: those that are new or have changed since they were read.
  ///
  /// - Parameter skipped: what was found beside them and is no document.
  package borrowing func add(
    _ inputs: [InputPath], skipped: [SkippedFile] = [], roots: [String], base: IndexBase
  ) throws(IndexError) -> Change {
    let snapshot = try folder.snapshot()
    var manifest = snapshot.manifest
    manifest.roots += roots.map { base.stored(root: $0) }.filter { root in
      !manifest.roots.contains { LexicalPath.areSame($0, root) }
    }
    let (change, updated) = try update(
      snapshot, manifest, with: inputs, skipped, removing: [], base)
    try commit(updated, replacing: snapshot.manifest)
    return change
  }

  /// Removes the files with `names`, and those in folders with such names; with `purge` no byte of their text
  /// is left.
  ///
  /// - Returns: the names that there were none of are in `skipped`.
  package borrowing func remove(_ names: [String], purge: Bool) throws(IndexError) -> Change {
    let snapshot = try folder.snapshot()
    let known = snapshot.manifest.entries.map { snapshot.file($0).path }
    let found = names.map { name in
      let name = FileName(name)
      return known.filter { FileName($0).isAtOrBelow(name) }
    }
    var manifest = snapshot.manifest
    manifest.skipped.removeAll { skipped in
      names.contains { FileName(skipped.path).isAtOrBelow(FileName($0)) }
    }
    var (change, updated) = try update(
      snapshot, manifest, with: [], [], removing: Set(found.joined().map { FileName($0) }), nil)
    change.skipped = zip(names, found).filter { $1.isEmpty }.map { name, _ in
      SkippedFile(path: name, reason: "is not in the index", isFailure: true)
    }
    if purge {
      try self.purge(&updated, snapshot.manifest)
    } else {
      try commit(updated, replacing: snapshot.manifest)
    }
    return change
  }

  /// Looks through `inputs` again, all that the index is to hold: what is new or changed is read, what is not
  /// among them is removed; then describes the documents if the catalogue does not.
  ///
  /// - Parameter skipped: what was found beside them and is no document, or could not be looked at: what
  ///   the index has of that stays.
  package borrowing func refresh(
    _ inputs: [InputPath], skipped: [SkippedFile] = [], base: IndexBase,
    progress: ProgressHandler?
  ) throws(IndexError) -> Change {
    let snapshot = try folder.snapshot()
    let names = Set(inputs.map { FileName($0.name) })
    let unseen = skipped.filter(\.isFailure).map { FileName($0.path) }
    let gone = snapshot.manifest.entries.map { FileName(snapshot.file($0).path) }.filter { name in
      !names.contains(name) && !unseen.contains { name.isAtOrBelow($0) }
    }
    var manifest = snapshot.manifest
    manifest.skipped = []
    var (change, updated) = try update(
      snapshot, manifest, with: inputs, skipped, removing: Set(gone), base)
    // At once: whoever cannot write the catalogue has changed nothing.
    try describe(&updated, snapshot.manifest, progress)
    return change
  }

  /// Brings the catalogue up to date, if it is behind.
  package borrowing func describe(progress: ProgressHandler?) throws(IndexError) {
    let snapshot = try folder.snapshot()
    var manifest = snapshot.manifest
    try describe(&manifest, snapshot.manifest, progress)
  }

  /// Writes segments without what is dead, so that no byte of removed texts is left.
  package borrowing func purge() throws(IndexError) {
    let snapshot = try folder.snapshot()
    var manifest = snapshot.manifest
    try purge(&manifest, snapshot.manifest)
  }
}
