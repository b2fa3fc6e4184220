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
  private let folder: IndexFolder
  private let lock: WriterLock
  private let workers: Workers

  /// Segments above this number are merged with each other.
  private static let maximumSegments = 8

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
    return try update(snapshot, manifest, with: inputs, skipped, removing: [], base)
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
    var change = try update(
      snapshot, manifest, with: [], [], removing: Set(found.joined().map { FileName($0) }), nil)
    change.skipped = zip(names, found).filter { $1.isEmpty }.map { name, _ in
      SkippedFile(path: name, reason: "is not in the index", isFailure: true)
    }
    if purge { try self.purge() }
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
    let change = try update(snapshot, manifest, with: inputs, skipped, removing: Set(gone), base)
    try describe(progress: progress)
    return change
  }

  /// Brings the catalogue up to date, if it is behind.
  package borrowing func describe(progress: ProgressHandler?) throws(IndexError) {
    let snapshot = try folder.snapshot()
    if snapshot.manifest.isCurrent { return }
    guard let settings = IndexSettings(text: snapshot.manifest.settings) else {
      throw .otherSettings(
        found: snapshot.manifest.settings, asked: IndexSettings(AuditSettings()).text)
    }
    let corpus = try Corpus.restored(snapshot.manifest.entries, of: snapshot, workers: workers)
    var manifest = snapshot.manifest
    try describe(corpus, &manifest, settings, snapshot.manifest, progress)
  }

  /// Writes segments without what is dead, so that no byte of removed texts is left.
  package borrowing func purge() throws(IndexError) {
    let snapshot = try folder.snapshot()
    var manifest = snapshot.manifest
    var living = [Int](repeating: 0, count: manifest.segments.count)
    for entry in manifest.entries { living[entry.segment] += 1 }
    let withDead = manifest.segments.indices.filter {
      living[$0] < snapshot.segments[$0].files.count
    }
    try merge(Set(withDead), of: snapshot, &manifest)
    // A catalogue that is behind describes what is removed.
    let isBehind = !manifest.isCurrent
    if isBehind { manifest.catalogue = nil }
    try folder.commit(
      manifest, tables: isBehind ? .init(documents: [], families: []) : nil,
      replacing: snapshot.manifest, lock)
    try folder.erase(lock)
  }
}

// MARK: Changes

extension CorpusIndexer {
  /// Puts what is new or changed of `inputs` into a new segment, and takes `removed` out.
  private borrowing func update(
    _ snapshot: IndexSnapshot, _ start: Manifest, with inputs: [InputPath],
    _ skipped: [SkippedFile], removing removed: Set<FileName>, _ base: IndexBase?
  ) throws(IndexError) -> Change {
    var manifest = start
    var known: [FileName: Int] = [:]
    for (index, entry) in manifest.entries.enumerated() {
      known[FileName(snapshot.file(entry).path)] = index
    }
    var change = Change()
    var candidates: [InputPath] = []
    let readings = Readings(FileStamps(inputs), base)
    var others: [SkippedFile] = []
    for input in inputs {
      guard let index = known[FileName(input.name)] else {
        candidates.append(input)
        continue
      }
      let entry = manifest.entries[index]
      if let base, base.location(of: input) != entry.location {
        others.append(
          SkippedFile(
            path: base.path(of: input), reason: .isOther(base.path(input.name, entry.location)),
            isFailure: true))
      } else if let stamp = entry.stamp, readings.stamps[input] == stamp {
        change.unchanged += 1
      } else {
        candidates.append(input)
      }
    }
    guard let settings = IndexSettings(text: manifest.settings) else {
      throw .otherSettings(found: manifest.settings, asked: IndexSettings(AuditSettings()).text)
    }
    let read = Corpus.read(
      candidates, settings: settings.reading, jobs: workers.count)
    change.skipped = read.skipped + skipped + others
    manifest.note(change.skipped)
    var dead = removed
    var fresh = Set<FileName>()
    for file in read.files {
      let name = FileName(file.input.name)
      guard let index = known[name] else {
        change.added.append(file.input.name)
        fresh.insert(name)
        continue
      }
      if snapshot.file(manifest.entries[index]).hash == file.hash {
        manifest.entries[index].stamp = readings.stamps[file.input]
        change.unchanged += 1
      } else {
        change.changed.append(file.input.name)
        fresh.insert(name)
        dead.insert(name)
      }
    }
    change.removed = removed.sorted().map(\.text)
    manifest.entries.removeAll { dead.contains(FileName(snapshot.file($0).path)) }
    if !change.isEmpty {
      manifest.generation += 1
      try append(read.keeping(fresh), readings, to: &manifest, snapshot)
      try mergeIfMany(&manifest)
    }
    if manifest != snapshot.manifest {
      try folder.commit(manifest, tables: nil, replacing: snapshot.manifest, lock)
    }
    return change
  }

  /// Writes `corpus` to a segment of its own and enters its files.
  private borrowing func append(
    _ corpus: Corpus, _ readings: Readings, to manifest: inout Manifest,
    _ snapshot: IndexSnapshot? = nil
  ) throws(IndexError) {
    if corpus.files.isEmpty { return }
    let name = folder.unusedName("\(manifest.generation)", "segment")
    let segment = manifest.segments.count
    manifest.segments.append(try SegmentContent(corpus).write(name, in: folder))
    var entries = manifest.entries.map { (snapshot!.file($0).path, $0) }
    for (index, file) in corpus.files.enumerated() {
      entries.append(
        (
          file.input.name,
          Manifest.Entry(
            segment: segment, file: index, stamp: readings.stamps[file.input],
            location: readings.base?.location(of: file.input))
        ))
    }
    entries.sort { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    manifest.entries = entries.map(\.1)
  }

  /// Merges all but the largest segment when there are many: each file is written a number of times that
  /// grows with the logarithm of what is added.
  private borrowing func mergeIfMany(_ manifest: inout Manifest) throws(IndexError) {
    if manifest.segments.count <= Self.maximumSegments { return }
    let snapshot = try IndexSnapshot(folder, manifest)
    let largest = manifest.segments.indices.max {
      snapshot.segments[$0].size < snapshot.segments[$1].size
    }
    let others = Set(manifest.segments.indices).subtracting(largest.map { [$0] } ?? [])
    try merge(others, of: snapshot, &manifest)
  }

  /// Writes the living files of the segments `merged` to one new segment in their place.
  private borrowing func merge(
    _ merged: Set<Int>, of snapshot: IndexSnapshot, _ manifest: inout Manifest
  ) throws(IndexError) {
    if merged.isEmpty { return }
    let old = manifest.entries
    let moving = old.filter { merged.contains($0.segment) }
    let corpus = try Corpus.restored(moving, of: snapshot, workers: workers)
    let kept = manifest.segments.indices.filter { !merged.contains($0) }
    var numbers: [Int: Int] = [:]
    for (number, segment) in kept.enumerated() { numbers[segment] = number }
    var segments = kept.map { manifest.segments[$0] }
    if !moving.isEmpty {
      let name = folder.unusedName("\(manifest.generation)", "segment")
      segments.append(try SegmentContent(corpus).write(name, in: folder))
    }
    var next = 0
    manifest.entries = old.map { entry in
      guard let number = numbers[entry.segment] else {
        defer { next += 1 }
        return entry.moved(to: segments.count - 1, next)
      }
      return entry.moved(to: number, entry.file)
    }
    manifest.segments = segments
  }

  /// Makes the catalogue of `corpus`, which is what `manifest` names, and commits both.
  private borrowing func describe(
    _ corpus: Corpus, _ manifest: inout Manifest, _ settings: IndexSettings,
    _ earlier: Manifest?, _ progress: ProgressHandler?
  ) throws(IndexError) {
    progress?(Progress(stage: .phrases, completed: 0, total: 1))
    var audit = settings.applied(to: AuditSettings())
    audit.jobs = workers.count
    let catalogue = CatalogueBuilder(corpus, settings: audit, workers: workers).catalogue()
    let name = folder.unusedName("\(manifest.generation)", "catalogue")
    progress?(Progress(stage: .report, completed: 0, total: 1))
    manifest.catalogue = .init(
      file: try catalogue.write(name, in: folder), generation: manifest.generation)
    try folder.commit(manifest, tables: catalogue.tables, replacing: earlier, lock)
  }
}

/// What is known of files before they are read.
private struct Readings {
  let stamps: FileStamps
  let base: IndexBase?

  init(_ stamps: FileStamps, _ base: IndexBase?) {
    self.stamps = stamps
    self.base = base
  }
}

extension Manifest {
  /// Notes what was looked at and is not in the index, in place of what was known of the same paths.
  fileprivate mutating func note(_ files: [SkippedFile]) {
    let names = Set(files.map { FileName($0.path) })
    skipped.removeAll { names.contains(FileName($0.path)) }
    skipped += files.map { Skipped(path: $0.path, reason: $0.reason, isFailure: $0.isFailure) }
    skipped.sort { FileName($0.path) < FileName($1.path) }
  }
}

extension Manifest.Entry {
  /// The same file in another place of the index.
  fileprivate func moved(to segment: Int, _ file: Int) -> Manifest.Entry {
    var entry = self
    entry.segment = segment
    entry.file = file
    return entry
  }
}

extension String {
  /// Why a file is not added whose name the file at `path` has.
  fileprivate static func isOther(_ path: String) -> String {
    "the index has another file of this name, \(path); build it anew with --absolute-paths"
  }
}

/// What the system said of files before they were read.
private struct FileStamps {
  private var stamps: [FileName: FileStamp] = [:]

  /// A file that changed so lately may change once more without another time stamp.
  private static let lately = 100_000_000

  init(_ inputs: [InputPath]) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    for input in inputs where input.content == nil {
      var status = stat()
      guard stat(input.path, &status) == 0 else { continue }
      let modified = Self.nanoseconds(status.st_mtim)
      if modified + Self.lately > Self.nanoseconds(now) { continue }
      stamps[FileName(input.name)] = FileStamp(
        size: Int(status.st_size), modified: modified, inode: Int(status.st_ino))
    }
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  /// Nil for bytes that are no file of the system, and for what has just changed.
  subscript(input: InputPath) -> FileStamp? { stamps[FileName(input.name)] }
}

extension Corpus {
  /// The corpus of those files whose names are in `names`.
  fileprivate func keeping(_ names: Set<FileName>) -> Corpus {
    let kept = files.indices.filter { names.contains(FileName(files[$0].input.name)) }
    if kept.count == files.count { return self }
    var number: [Int: Int] = [:]
    for (index, file) in kept.enumerated() { number[file] = index }
    var result = self
    result.files = kept.map { files[$0] }
    let documents = documents.filter { number[$0.file] != nil }
    let count = documents.reduce(0) { $0 + $1.tokens.count }
    result.tokens = Slab(uninitialized: count)
    result.starts = Slab(uninitialized: count)
    result.lengths = Slab(uninitialized: count)
    result.separators = Slab(uninitialized: count)
    result.longLengths = [:]
    result.skipped = []
    var filled = 0
    result.documents = documents.map { document in
      var moved = document
      moved.file = number[document.file]!
      moved.tokens = filled..<filled + document.tokens.count
      let offset = filled - document.tokens.lowerBound
      moved.blockStarts = document.blockStarts.map { UInt32(Int($0) + offset) }
      for position in document.tokens {
        result.tokens[position + offset] = tokens[position]
        result.starts[position + offset] = starts[position]
        result.lengths[position + offset] = lengths[position]
        result.separators[position + offset] = separators[position]
        result.longLengths[position + offset] = longLengths[position]
      }
      filled += document.tokens.count
      return moved
    }
    return result
  }
}

extension Catalogue {
  /// For the user's own tools.
  fileprivate var tables: CatalogueTables {
    CatalogueTables(
      documents: documents.enumerated().map { index, document in
        CatalogueTables.Document(
          id: document.id, path: document.path, part: corpus.documents[index].part,
          title: corpus.documents[index].title, hash: document.hash, tokens: document.tokens,
          source: document.leader, series: document.facts.series, year: document.facts.year,
          place: document.facts.place, author: document.facts.author)
      },
      families: families.map { family in
        CatalogueTables.Family(
          id: family.id, kind: family.kind.name, canonical: family.canonical,
          template: family.template, tokens: family.tokens, documents: family.documents,
          occurrences: family.occurrences, nested: family.nested, score: family.score,
          variants: family.variants.map {
            .init(text: $0.text, documents: $0.documents, occurrences: $0.occurrences)
          },
          places: family.places.map {
            .init(
              document: Int($0.document), start: Int($0.start), end: Int($0.end),
              variant: Int($0.variant), similarity: $0.similarity)
          })
      })
  }
}
