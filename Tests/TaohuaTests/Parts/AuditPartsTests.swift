import CorpusIndex
import Foundation
import Taohua
import TestSupport
import Testing

/// The promise of an audit in parts: the report is that of one machine, to the byte, however the corpus was
/// cut and whatever happened meanwhile.
@Suite("An audit in parts gives the report of one machine")
struct AuditPartsTests {
  static let rounds = Rounds.whole(24)

  struct Round {
    var random: RandomFiles
    let files: [RandomFiles.File]
    let folder: PartsFolder

    init(_ seed: UInt64) throws {
      random = RandomFiles(seed: seed)
      files = random.corpus(random.number(1...14))
      folder = try PartsFolder(files, random.auditSettings())
    }

    /// A cut of any sort: even, skewed, with splits of one file and of none.
    mutating func weights() -> [Int] {
      (0..<random.number(1...8)).map { _ in random.oneIn(3) ? 1_000 : random.number(1...5) }
    }
  }

  @Test("however it is cut", arguments: 0..<rounds)
  func cuts(_ seed: UInt64) throws {
    var round = try Round(seed)
    let parts = try round.folder.parts(
      round.files, weights: round.weights(), ranges: round.random.number(1...9))
    try round.folder.makeAll(parts)
    #expect(try round.folder.finished(parts) == round.folder.expected(round.files), "seed \(seed)")
  }

  @Test("tasks that run again make nothing; others of the same plan make the same bytes")
  func repeated() throws {
    let round = try Round(3)
    let parts = try round.folder.parts(round.files, weights: [1, 1, 1], ranges: 4)
    try round.folder.makeAll(parts)
    for number in 1...3 {
      #expect(try parts.makeSplit(number, jobs: 1, progress: nil) { _ in } == .there)
    }
    for number in 1...4 { #expect(try parts.makeRange(number, jobs: 1) == .there) }
    let before = try contents(round.folder)
    try FileManager.default.removeItem(at: round.folder.work)
    try round.folder.makeAll(
      try round.folder.parts(round.files, weights: [1, 1, 1], ranges: 4))
    #expect(try contents(round.folder) == before)
  }

  @Test("a damaged file is named with its part, and made again", arguments: 0..<rounds)
  func damaged(_ seed: UInt64) throws {
    var round = try Round(seed)
    let parts = try round.folder.parts(round.files, weights: [1, 1], ranges: 2)
    try round.folder.makeAll(parts)
    let expected = try round.folder.finished(parts)
    for name in try contents(round.folder).keys.sorted() where name != "plan" {
      try hurt(round.folder.work.appending(path: name), &round.random)
      #expect(throws: PartError.self, "\(name), seed \(seed)") {
        _ = try round.folder.finished(parts)
      }
      do { _ = try round.folder.finished(parts) } catch let PartError.unusable(part, _) {
        #expect("\(part)" == Self.part(of: name), "\(name), seed \(seed)")
      }
      try round.folder.makeAll(parts)
      #expect(try round.folder.finished(parts) == expected, "\(name), seed \(seed)")
    }
  }

  @Test("a damaged plan is named")
  func damagedPlan() throws {
    let round = try Round(1)
    _ = try round.folder.parts(round.files, weights: [1], ranges: 1)
    let path = round.folder.work.appending(path: "plan")
    var bytes = try Data(contentsOf: path)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: path)
    #expect(throws: PartError.self) { try AuditParts(folder: round.folder.work.path) }
    // Planning again mends it.
    _ = try round.folder.parts(round.files, weights: [1], ranges: 1)
    _ = try AuditParts(folder: round.folder.work.path)
  }

  @Test("a file that changes is told; planning again makes its split alone again")
  func changed() throws {
    var round = try Round(5)
    while round.files.count < 4 { round = try Round(UInt64(round.random.number(6...1_000))) }
    let parts = try round.folder.parts(round.files, weights: [1, 1, 1, 1], ranges: 2)
    try round.folder.makeAll(parts)
    let last = round.files.max { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }!
    try round.folder.write(.init(name: last.name, text: last.text + "另外加上的一段话。\n"))
    #expect(throws: PartError.self) {
      _ = try parts.makeSplit(4, jobs: 1, progress: nil) { _ in }
    }
    let again = try round.folder.parts(
      round.files, weights: Array(repeating: 1, count: 4), ranges: 2)
    // What was merged of other splits than are there now is refused.
    _ = try again.makeSplit(4, jobs: 1, progress: nil) { _ in }
    #expect(throws: PartError.self) { _ = try round.folder.finished(again) }
    try round.folder.makeAll(again)
    #expect(try round.folder.finished(again) == round.folder.expected(round.files))
  }

  /// The files of the audit, by their paths in its folder.
  private func contents(_ folder: PartsFolder) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.work.path) {
      let path = folder.work.appending(path: name)
      if let data = try? Data(contentsOf: path) { contents[name] = data }
    }
    return contents
  }

  /// Flips a bit of the file, cuts it short, or takes it away.
  private func hurt(_ path: URL, _ random: inout RandomFiles) throws {
    var bytes = try Data(contentsOf: path)
    switch random.number(0...3) {
    case 0: return try FileManager.default.removeItem(at: path)
    case 1: bytes.removeLast(random.number(1...bytes.count))
    default: bytes[random.number(0...bytes.count - 1)] ^= 1 << UInt8(random.number(0...7))
    }
    try bytes.write(to: path)
  }

  /// The part that makes the file `name`.
  private static func part(of name: String) -> String {
    let number = Int(name.split(separator: "/")[1].prefix(4))!
    return name.hasPrefix("splits") ? "split(\(number))" : "range(\(number))"
  }
}
