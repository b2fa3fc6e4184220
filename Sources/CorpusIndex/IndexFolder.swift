internal import Glibc

/// The folder of an index: a database that names segments and a catalogue, which never change once they
/// are named.
///
///     index.sqlite           the manifest and the tables
///     N.segment, N.catalogue what it names
///     lock                   the writer's
package struct IndexFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  private var database: String { path + "/index.sqlite" }

  /// Whether there is an index.
  package var exists: Bool { access(database, F_OK) == 0 }

  /// The path of the file `name` of the index.
  package func path(of name: String) -> String { path + "/" + name }

  /// The index as it is now, for reading. Never waits for a writer.
  ///
  /// - Parameter opened: called with the sections of each segment, and of the catalogue if it is current, as soon
  ///   as they are there, before any is read.
  package func snapshot(
    opened: (MappedSections, SectionFileKind) -> Void = { _, _ in }
  ) throws(IndexError) -> IndexSnapshot {
    guard exists else { throw .missing(folder: path) }
    var last: Manifest?
    while true {
      let manifest = try IndexDatabase(path: database, isReader: true).manifest()
      do throws(IndexError) {
        return try IndexSnapshot(self, manifest, opened: opened)
      } catch {
        // A writer that removes what it replaced may be faster than we open it: then there is a newer
        // manifest.
        guard case .lost = error, manifest != last else { throw error }
        last = manifest
      }
    }
  }

  /// Opens `part`.
  ///
  /// - Throws: ``IndexError/lost(file:)`` if another file stands under its name.
  func sections(of part: Manifest.Part, _ kind: SectionFileKind) throws(IndexError)
    -> MappedSections
  {
    let sections = try MappedSections(path: path(of: part.name), kind: kind)
    guard sections.headerChecksum == part.checksum else { throw .lost(file: sections.path) }
    return sections
  }

  /// Makes the folder, if it is not there.
  package func create() throws(IndexError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if mkdir(made, 0o777) != 0 && errno != EEXIST {
        throw .system(file: made, errno: errno)
      }
      made += "/"
    }
  }

  /// Names what is alive, in one transaction, and then removes what is not named any more.
  ///
  /// - Parameters:
  ///   - manifest: what is alive.
  ///   - tables: the catalogue's, if it is new.
  ///   - earlier: what is replaced, whose files readers may be about to open; nil to make the index anew.
  ///   - lock: the right to write.
  package func commit(
    _ manifest: Manifest, tables: CatalogueTables?, replacing earlier: Manifest?,
    _ lock: borrowing WriterLock
  ) throws(IndexError) {
    try synchronise()
    if earlier == nil {
      try IndexDatabase.create(
        database, manifest, tables: tables ?? .init(documents: [], families: []))
      try synchronise()
    } else {
      try IndexDatabase(path: database, isReader: false).write(manifest, tables: tables)
    }
    sweep(keeping: Set(manifest.fileNames + (earlier?.fileNames ?? [])))
  }

  /// Removes the files of `manifest`, which is not committed and never will be, but not those of `earlier`.
  package func discard(_ manifest: Manifest, keeping earlier: Manifest?) {
    let kept = Set(earlier?.fileNames ?? [])
    for name in manifest.fileNames where !kept.contains(name) { unlink(path(of: name)) }
  }

  /// Leaves nothing in the folder but what is alive, and no byte of what was removed.
  package func erase(_ lock: borrowing WriterLock) throws(IndexError) {
    let writer = try IndexDatabase(path: database, isReader: false)
    try writer.erase()
    sweep(keeping: Set(try writer.manifest().fileNames))
  }

  /// The manifest as it is now; nil if there is none, or none that can be read.
  package func readableManifest() -> Manifest? {
    exists ? try? IndexDatabase(path: database, isReader: true).manifest() : nil
  }

  /// A name for a new file, which no file has.
  package func unusedName(_ start: String, _ ending: String) -> String {
    var number = 0
    while access(path(of: "\(start)-\(number).\(ending)"), F_OK) == 0 { number += 1 }
    return "\(start)-\(number).\(ending)"
  }

  /// Compares everything with its checksums.
  package func verify() throws(IndexError) {
    let snapshot = try snapshot()
    for segment in snapshot.segments { try segment.verify() }
    try snapshot.catalogueSections()?.verifyAll()
    try IndexDatabase(path: database, isReader: true).verify()
  }

  /// Brings the names of new files to the disk.
  private func synchronise() throws(IndexError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw .system(file: path, errno: errno) }
    defer { close(descriptor) }
    // Some file systems have nothing to bring.
    if fsync(descriptor) != 0 && errno != EINVAL { throw .system(file: path, errno: errno) }
  }

  /// Removes segments and catalogues that are not among `names`, and what writers left that were killed.
  private func sweep(keeping names: Set<String>) {
    let unfinished = "index.sqlite" + IndexDatabase.freshSuffix
    for name in listing() where !names.contains(name) {
      let isOurs =
        [".segment", ".catalogue", ".tmp"].contains { name.hasSuffix($0) }
        || name.hasPrefix(unfinished)
      if isOurs { unlink(path(of: name)) }
    }
  }

  private func listing() -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }
}

/// An index as it was at one moment, open for reading; what it needs stays readable while it lives.
package final class IndexSnapshot: Sendable {
  package let folder: IndexFolder
  package let manifest: Manifest
  package let segments: [Segment]
  private let catalogue: MappedSections?

  package init(
    _ folder: IndexFolder, _ manifest: Manifest,
    opened: (MappedSections, SectionFileKind) -> Void = { _, _ in }
  ) throws(IndexError) {
    self.folder = folder
    self.manifest = manifest
    var sections: [MappedSections] = []
    for part in manifest.segments {
      sections.append(try folder.sections(of: part, .segment))
      opened(sections.last!, .segment)
    }
    catalogue =
      if let name = manifest.catalogue {
        try folder.sections(of: name.file, .catalogue)
      } else {
        nil
      }
    if let catalogue, manifest.isCurrent { opened(catalogue, .catalogue) }
    var segments: [Segment] = []
    for sections in sections { segments.append(try Segment(sections)) }
    for entry in manifest.entries where !segments[entry.segment].files.indices.contains(entry.file)
    {
      throw .damaged(file: folder.path + "/index.sqlite", offset: 0, length: 0)
    }
    self.segments = segments
  }

  /// The catalogue; nil if there is none yet.
  package func catalogueSections() throws(IndexError) -> MappedSections? { catalogue }

  package func file(_ entry: Manifest.Entry) -> StoredFile {
    segments[entry.segment].files[entry.file]
  }
}
