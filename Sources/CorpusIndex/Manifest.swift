/// What an index consists of: its settings, its segments, and which of their files are alive.
package struct Manifest: Hashable, Sendable {
  /// A file of the corpus that is alive.
  package struct Entry: Hashable, Sendable {
    /// Index in `segments`, and of the file in the segment.
    package var segment: Int
    package var file: Int
    /// What the system said of it when it was read; nil where it was no file of the system.
    package var stamp: FileStamp?
    /// Its absolute path, where that is not its name below the base.
    package var location: String?

    package init(segment: Int, file: Int, stamp: FileStamp?, location: String?) {
      self.segment = segment
      self.file = file
      self.stamp = stamp
      self.location = location
    }
  }

  /// A path that was looked at and is no document, or could not be read.
  package struct Skipped: Hashable, Sendable {
    package var path: String
    package var reason: String
    package var isFailure: Bool

    package init(path: String, reason: String, isFailure: Bool) {
      self.path = path
      self.reason = reason
      self.isFailure = isFailure
    }
  }

  /// The arguments that the corpus was built from, for a refresh: paths as the system opens them.
  package var roots: [String]
  /// The folder that names are relative to: an absolute path, or one relative to the index.
  package var base: String
  /// What the corpus is counted with: whoever writes it knows what it means.
  package var settings: String
  /// Rises with each change of the documents.
  package var generation: Int
  package var segments: [Part]
  /// In order of path.
  package var entries: [Entry]
  /// In order of path.
  package var skipped: [Skipped]
  /// The catalogue's file and the generation that it describes; nil if there is none yet.
  package var catalogue: CatalogueName?
  /// A checksum of what the tables hold; whoever writes them sets it.
  package var tables: UInt64 = 0

  /// A file of the index.
  package struct Part: Hashable, Sendable {
    package var name: String
    /// Of its header, which has those of all the rest: another file of the same name is not taken for it.
    var checksum: UInt64

    package init(name: String, checksum: UInt64) {
      self.name = name
      self.checksum = checksum
    }
  }

  package struct CatalogueName: Hashable, Sendable {
    package var file: Part
    package var generation: Int

    package init(file: Part, generation: Int) {
      self.file = file
      self.generation = generation
    }
  }

  package init(roots: [String], base: String, settings: String) {
    self.roots = roots
    self.base = base
    self.settings = settings
    generation = 0
    segments = []
    entries = []
    skipped = []
  }

  /// Whether the catalogue describes the documents as they are.
  package var isCurrent: Bool { catalogue?.generation == generation }

  /// The files that belong to it.
  var fileNames: [String] { (segments + (catalogue.map { [$0.file] } ?? [])).map(\.name) }
}

extension Manifest {
  var encoded: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(roots.count)
    for root in roots { bytes.add(root) }
    bytes.add(base)
    bytes.add(settings)
    bytes.add(generation)
    bytes.add(catalogue != nil)
    if let catalogue {
      catalogue.file.write(to: &bytes)
      bytes.add(catalogue.generation)
    }
    bytes.add(fixed: tables)
    bytes.add(segments.count)
    for segment in segments { segment.write(to: &bytes) }
    bytes.add(entries.count)
    for entry in entries {
      bytes.add(entry.segment)
      bytes.add(entry.file)
      bytes.add(ifKnown: entry.location)
      bytes.add(entry.stamp != nil)
      if let stamp = entry.stamp {
        bytes.add(stamp.size)
        bytes.add(stamp.modified)
        bytes.add(stamp.inode)
      }
    }
    bytes.add(skipped.count)
    for skipped in skipped {
      bytes.add(skipped.path)
      bytes.add(skipped.reason)
      bytes.add(skipped.isFailure)
    }
    return bytes.bytes
  }

  /// The manifest that `bytes` hold; nil if they are damaged.
  init?(_ bytes: UnsafeRawBufferPointer) {
    self.init(roots: [], base: "", settings: "")
    var reader = ByteReader(bytes)
    read(&reader)
    guard reader.isSound, reader.isAtEnd,
      entries.allSatisfy({ segments.indices.contains($0.segment) })
    else { return nil }
  }

  private mutating func read(_ reader: inout ByteReader) {
    roots = (0..<reader.count()).map { _ in reader.text() }
    base = reader.text()
    settings = reader.text()
    generation = reader.number()
    if reader.flag() {
      catalogue = CatalogueName(file: Part(&reader), generation: reader.number())
    }
    tables = reader.fixed()
    segments = (0..<reader.count()).map { _ in Part(&reader) }
    entries = (0..<reader.count()).map { _ in
      let segment = reader.number()
      let file = reader.number()
      let location = reader.optionalText()
      var entry = Entry(segment: segment, file: file, stamp: nil, location: location)
      if reader.flag() {
        entry.stamp = FileStamp(
          size: reader.number(), modified: reader.number(), inode: reader.number())
      }
      return entry
    }
    skipped = (0..<reader.count()).map { _ in
      Skipped(path: reader.text(), reason: reader.text(), isFailure: reader.flag())
    }
  }
}

extension Manifest.Part {
  fileprivate func write(to bytes: inout ByteWriter) {
    bytes.add(name)
    bytes.add(fixed: checksum)
  }

  fileprivate init(_ reader: inout ByteReader) {
    self.init(name: reader.text(), checksum: reader.fixed())
  }
}
