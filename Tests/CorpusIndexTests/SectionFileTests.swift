import CorpusIndex
import Foundation
import TestSupport
import Testing

/// The files of an index: what was written is read, and nothing else ever is.
@Suite struct SectionFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sections-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private var path: String { folder.appending(path: "a.segment").path }

  /// Sections of several sizes, one of them larger than a block.
  private static let sections: [Int: [UInt8]] = {
    var random = SeededGenerator(seed: 5)
    var sections: [Int: [UInt8]] = [:]
    for (number, count) in [0, 1, 63, 64, 150_000, 7].enumerated() {
      sections[number + 1] = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    return sections
  }()

  private func write() throws {
    let writer = try SectionFileWriter(path: path, kind: .segment)
    for (number, bytes) in Self.sections.sorted(by: { $0.key < $1.key }) {
      try writer.begin(number)
      try writer.add(bytes)
    }
    _ = try writer.finish()
  }

  /// All sections, found sound.
  private func read() throws -> [Int: [UInt8]] {
    let file = try MappedSections(path: path, kind: .segment)
    var found: [Int: [UInt8]] = [:]
    for number in Self.sections.keys { found[number] = [UInt8](try file.bytes(number)) }
    try file.verifyAll()
    return found
  }

  @Test func isReadAsWritten() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write()
    #expect(try read() == Self.sections)
    let file = try MappedSections(path: path, kind: .segment)
    #expect(
      try [UInt8](file.bytes(5, 70_000..<70_010)) == Array(Self.sections[5]![70_000..<70_010]))
  }

  @Test func everyFlippedBitIsFound() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write()
    let sound = try Data(contentsOf: URL(filePath: path))
    var random = SeededGenerator(seed: 9)
    // All of the header and of the table at the end, and places between.
    var places = Array(0..<64) + Array(sound.count - 120..<sound.count)
    for _ in 0..<400 { places.append(Int.random(in: 0..<sound.count, using: &random)) }
    for place in places {
      var damaged = sound
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try damaged.write(to: URL(filePath: path))
      #expect("byte \(place)") {
        _ = try read()
      } throws: { error in
        switch error as? IndexError {
        case .damaged(let file, let offset, let length):
          file == path && (offset..<max(offset + length, offset + 1)).contains(place)
        default: false
        }
      }
    }
  }

  @Test func anotherFormatIsNamed() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write()
    #expect(throws: IndexError.self) { _ = try MappedSections(path: path, kind: .catalogue) }
    // A version that is not ours, under a header that is sound.
    var header = [UInt8](try Data(contentsOf: URL(filePath: path)))
    header[8] = 9
    var sum = ByteWriter()
    sum.add(fixed: checksum(of: Array(header[..<56])))
    header.replaceSubrange(56..<64, with: sum.bytes)
    try Data(header).write(to: URL(filePath: path))
    #expect(throws: IndexError.otherFormat(file: path, found: 9, expected: 2)) {
      _ = try MappedSections(path: path, kind: .segment)
    }
  }

  @Test func nothingStandsThereBeforeItIsWhole() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      let writer = try SectionFileWriter(path: path, kind: .segment)
      try writer.begin(1)
      try writer.add([UInt8](repeating: 1, count: 100_000))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("a page that the disk cannot give is an error, and does not end the process")
  func isRefusedWhereItCannotBeRead() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write()
    let file = try MappedSections(path: path, kind: .segment)
    // A file that loses its end while it is mapped fails as a bad sector does.
    #expect(truncate(path, 4_096) == 0)
    #expect(throws: IndexError.system(file: path, errno: EIO)) { _ = try file.bytes(5) }
    #expect(throws: IndexError.system(file: path, errno: EIO)) { try file.verifyAll() }
  }
}
