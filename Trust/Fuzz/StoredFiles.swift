internal import Foundation

@testable internal import CorpusIndex

/// Files of a folder that are damaged, tried and mended again.
struct StoredFiles: Sendable {
  let folder: String
  /// By their paths in the folder.
  private let sound: [(name: String, content: [UInt8])]

  /// A new folder in memory where there is one, which goes with the process.
  static func temporaryFolder() -> String {
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    let folder = "\(parent)/taohua-fuzz-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    try! FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    folders.append(folder)
    if folders.count == 1 {
      atexit {
        for folder in StoredFiles.folders { try? FileManager.default.removeItem(atPath: folder) }
      }
    }
    return folder
  }

  nonisolated(unsafe) private static var folders: [String] = []

  /// Remembers the files in `folder` that are named so.
  init(_ folder: String, named isMeant: (String) -> Bool) {
    self.folder = folder
    let names = FileManager.default.subpaths(atPath: folder) ?? []
    sound = names.sorted().filter(isMeant).compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).map { (name, Array($0)) }
    }
    precondition(!sound.isEmpty)
  }

  /// Changes the files as `source` says, calls `body` with what changed, and mends them.
  ///
  /// - Parameter isForged: whether checksums are made anew, as somebody would who means harm.
  func damaged(
    by source: inout ByteSource, isForged: Bool, _ body: (_ changed: [String: [UInt8]]) -> Void
  ) {
    var changed: [String: [UInt8]] = [:]
    while !source.rest.isEmpty {
      let (name, content) = source.choice(sound)
      changed[name] = Self.edited(changed[name] ?? content, &source)
    }
    if isForged { changed = changed.mapValues(Self.sealed) }
    for (name, content) in changed { write(name, content) }
    body(changed)
    for (name, content) in sound where changed[name] != nil { write(name, content) }
  }

  /// A few bytes changed, cut out, put in, doubled, or the end cut off.
  private static func edited(_ content: [UInt8], _ source: inout ByteSource) -> [UInt8] {
    var content = content
    let operation = source.byte()
    if content.isEmpty { return content }
    // From the start or from the end, where the tables stand.
    let number = source.number(below: min(content.count, 1 << 16))
    let start = operation & 0x80 > 0 ? content.count - 1 - number : number
    let end = min(content.count, start + 1 + Int(source.byte()))
    switch operation % 6 {
    case 0: content[start] ^= 1 << (source.byte() & 7)
    case 1: content[start] = source.byte()
    case 2: for index in start..<min(end, start + 8) { content[index] = source.byte() }
    case 3: content.removeSubrange(start..<end)
    case 4: content.insert(contentsOf: content[start..<end], at: start)
    default: content.removeSubrange(start...)
    }
    return content
  }

  /// `content` with its checksums made anew, as ``CorpusIndex`` has them; as it is, if its header says nothing.
  private static func sealed(_ content: [UInt8]) -> [UInt8] {
    let size = SectionFileFormat.headerSize
    guard content.count >= size else { return content }
    func number(at offset: Int) -> Int {
      content[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let table = number(at: 24)
    let blocks = (table - size + SectionFileFormat.blockSize - 1) / SectionFileFormat.blockSize
    guard (size...content.count).contains(table), content.count - table >= blocks * 8 else {
      return content
    }
    var content = content
    for block in 0..<blocks {
      let start = size + block * SectionFileFormat.blockSize
      let end = min(start + SectionFileFormat.blockSize, table)
      put(checksum(of: Array(content[start..<end])), at: content.count - (blocks - block) * 8)
    }
    func put(_ number: UInt64, at offset: Int) {
      var bytes = ByteWriter()
      bytes.add(fixed: number)
      content.replaceSubrange(offset..<offset + 8, with: bytes.bytes)
    }
    put(UInt64(content.count - table), at: 32)
    put(checksum(of: Array(content[table...])), at: 40)
    put(UInt64(content.count), at: 48)
    put(checksum(of: Array(content[..<56])), at: 56)
    return content
  }

  private func write(_ name: String, _ content: [UInt8]) {
    // In place: what is mapped was closed before.
    try! Data(content).write(to: URL(filePath: folder + "/" + name))
  }
}
