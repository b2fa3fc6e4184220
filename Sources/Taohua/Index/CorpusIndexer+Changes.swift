internal import CorpusIndex
internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

extension CorpusIndexer {
  /// Segments above this number are merged with each other.
  private static var maximumSegments: Int { 8 }

  /// Puts what is new or changed of `inputs` into a new segment, and takes `removed` out.
  ///
  /// - Returns: what changes, and the manifest that says so, to be committed.
  borrowing func update(
    _ snapshot: IndexSnapshot, _ start: Manifest, with inputs: [InputPath],
    _ skipped: [SkippedFile], removing removed: Set<FileName>, _ base: IndexBase?
  ) throws(IndexError) -> (Change, Manifest) {
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
    return (change, manifest)
  }

  /// Names what is alive, if that is something else than before.
  borrowing func commit(
    _ manifest: Manifest, replacing earlier: Manifest
  ) throws(IndexError) {
    if manifest == earlier { return }
    try folder.commit(manifest, tables: nil, replacing: earlier, lock)
  }

  /// Commits `manifest` with a catalogue that describes it.
  borrowing func describe(
    _ manifest: inout Manifest, _ earlier: Manifest, _ progress: ProgressHandler?
  ) throws(IndexError) {
    if manifest.isCurrent { return try commit(manifest, replacing: earlier) }
    guard let settings = IndexSettings(text: manifest.settings) else {
      throw .otherSettings(found: manifest.settings, asked: IndexSettings(AuditSettings()).text)
    }
    let snapshot = try IndexSnapshot(folder, manifest)
    let corpus = try Corpus.restored(manifest.entries, of: snapshot, workers: workers)
    try describe(corpus, &manifest, settings, earlier, progress)
  }

  /// Commits `manifest` with segments that hold nothing else, and leaves no byte of what was removed.
  borrowing func purge(_ manifest: inout Manifest, _ earlier: Manifest) throws(IndexError) {
    let snapshot = try IndexSnapshot(folder, manifest)
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
      replacing: earlier, lock)
    do throws(IndexError) {
      try folder.erase(lock)
    } catch {
      throw .unerased(folder: folder.path, reason: error)
    }
  }

  /// Writes `corpus` to a segment of its own and enters its files.
  borrowing func append(
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
  borrowing func describe(
    _ corpus: Corpus, _ manifest: inout Manifest, _ settings: IndexSettings,
    _ earlier: Manifest?, _ progress: ProgressHandler?
  ) throws(IndexError) {
    progress?(Progress(stage: .phrases, completed: 0, total: 1))
    var audit = settings.applied(to: AuditSettings())
    audit.jobs = workers.count
    let catalogue = CatalogueBuilder(corpus, settings: audit, workers: workers).catalogue()
    let name = folder.unusedName("\(manifest.generation)", "catalogue")
    progress?(Progress(stage: .report, completed: 0, total: 1))
    do throws(IndexError) {
      manifest.catalogue = .init(
        file: try catalogue.write(name, in: folder), generation: manifest.generation)
    } catch {
      // A disk that is full is not to hold what nobody will read.
      folder.discard(manifest, keeping: earlier)
      throw error
    }
    try folder.commit(manifest, tables: catalogue.tables, replacing: earlier, lock)
  }
}

/// What is known of files before they are read.
struct Readings {
  let stamps: FileStamps
  let base: IndexBase?

  init(_ stamps: FileStamps, _ base: IndexBase?) {
    self.stamps = stamps
    self.base = base
  }
}

extension Manifest {
  /// Notes what was looked at and is not in the index, in place of what was known of the same paths.
  mutating func note(_ files: [SkippedFile]) {
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
