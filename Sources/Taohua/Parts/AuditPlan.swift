internal import CorpusIndex
internal import Glibc
package import PhraseReport
internal import TextIngest

/// What an audit in parts is to do: which files are read where, how, and into how many parts the rest of
/// the work is cut.
package struct AuditPlan: Hashable, Sendable {
  /// A file to be read, and what the system said of it: another file of the same name is refused.
  struct Input: Hashable, Sendable {
    /// Absolute.
    var path: String
    var name: String
    var isNamed: Bool
    /// -1 where the system said nothing.
    var size: Int
    var modified: Int
  }

  /// What changes tokens and windows, and who is counted.
  package let settings: IndexSettings
  /// As they stood on the command line.
  package let arguments: [String]
  /// The absolute paths that were looked through.
  package let roots: [String]
  /// What was found beside the files.
  package let skipped: [SkippedFile]
  /// In order of name.
  let inputs: [Input]
  /// The first file of each split, and at last their number.
  let starts: [Int]
  /// Parts into which the hashes of windows are cut.
  package let rangeCount: Int

  /// The splits: files that follow each other, read by one task.
  package var splitCount: Int { starts.count - 1 }

  package var fileCount: Int { inputs.count }

  /// The files of split `index`, from 0.
  package func fileCount(of index: Int) -> Int { files(of: index).count }

  func files(of split: Int) -> Range<Int> { starts[split]..<starts[split + 1] }

  /// - Parameters:
  ///   - inputs: in any order.
  ///   - folder: the absolute path that theirs are relative to.
  ///   - skipped: what was found beside them.
  ///   - arguments: as they stood on the command line.
  ///   - roots: the absolute paths that were looked through.
  ///   - settings: what changes tokens and windows, and who is counted.
  ///   - weights: how much of the bytes each split gets, relative to the others.
  ///   - rangeCount: 1 to 256.
  package init(
    _ inputs: [InputPath], in folder: String, skipped: [SkippedFile], arguments: [String],
    roots: [String], settings: IndexSettings, weights: [Int], rangeCount: Int
  ) {
    self.settings = settings
    self.arguments = arguments
    self.roots = roots
    self.skipped = skipped
    self.rangeCount = rangeCount
    let sorted = inputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.inputs = sorted.map { input in
      let isAbsolute = input.path.utf8.first == UInt8(ascii: "/")
      return Input(input, at: isAbsolute ? input.path : folder + "/" + input.path)
    }
    starts = Self.starts(self.inputs.map { max(0, $0.size) }, weights: weights)
  }

  /// Where splits begin, so that each has its share of the bytes, and a file at least as long as there are
  /// some.
  private static func starts(_ sizes: [Int], weights: [Int]) -> [Int] {
    var bytesBefore = [0]
    for size in sizes { bytesBefore.append(bytesBefore.last! + size) }
    let sum = Double(weights.reduce(0, +))
    let total = Double(bytesBefore.last!)
    var starts = [0]
    var weight = 0
    for split in 1..<weights.count {
      weight += weights[split - 1]
      let wanted = total * Double(weight) / sum
      let ideal = bytesBefore.firstIndex { Double($0) >= wanted } ?? sizes.count
      let first = min(starts.last! + 1, sizes.count)
      let last = max(first, sizes.count - (weights.count - split))
      starts.append(min(max(ideal, first), last))
    }
    return starts + [sizes.count]
  }
}

extension AuditPlan.Input {
  fileprivate init(_ input: InputPath, at path: String) {
    (self.path, name, isNamed) = (path, input.name, input.isNamed)
    (size, modified) = Self.stamp(of: path)
  }

  /// Whether the system still says the same of the file.
  var isUnchanged: Bool { Self.stamp(of: path) == (size, modified) }

  private static func stamp(of path: String) -> (size: Int, modified: Int) {
    var status = stat()
    guard stat(path, &status) == 0 else { return (-1, 0) }
    return (
      Int(status.st_size),
      Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
    )
  }
}

extension AuditPlan {
  private static let section = 1

  var encoded: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(settings.text)
    bytes.add(list: arguments) { $0.add($1) }
    bytes.add(list: roots) { $0.add($1) }
    bytes.add(list: skipped) { $0.add(file: $1) }
    bytes.add(list: inputs) { $0.add($1) }
    bytes.add(list: starts) { $0.add($1) }
    bytes.add(rangeCount)
    return bytes.bytes
  }

  /// What decides what the tasks of split `index` make; another number means that they make other files.
  func fingerprint(of index: Int) -> UInt64 {
    var settings = settings
    settings.groupsNearDuplicates = true
    settings.findsVariants = true
    var bytes = ByteWriter()
    bytes.add(settings.text)
    bytes.add(list: Array(inputs[files(of: index)])) { $0.add($1) }
    return checksum(of: bytes.bytes)
  }

  func write(to path: String, suffix: String) throws(IndexError) {
    let writer = try SectionFileWriter(path: path, kind: .plan, suffix: suffix)
    try writer.begin(Self.section)
    try writer.add(encoded)
    _ = try writer.finish()
  }

  /// - Returns: nil if another version of the program made it.
  static func read(_ path: String) throws(IndexError) -> AuditPlan? {
    let sections = try MappedSections(path: path, kind: .plan)
    var bytes = ByteReader(try sections.bytes(section))
    guard let settings = IndexSettings(text: bytes.text()) else { return nil }
    let plan = AuditPlan(settings, &bytes)
    guard bytes.isSound, bytes.isAtEnd, plan.isSound else {
      throw .damaged(file: path, offset: 0, length: sections.size)
    }
    return plan
  }

  private init(_ settings: IndexSettings, _ bytes: inout ByteReader) {
    self.settings = settings
    arguments = bytes.list { $0.text() }
    roots = bytes.list { $0.text() }
    skipped = bytes.list { $0.skippedFile() }
    inputs = bytes.list {
      Input(
        path: $0.text(), name: $0.text(), isNamed: $0.flag(), size: $0.number(),
        modified: $0.number())
    }
    starts = bytes.list { $0.number() }
    rangeCount = bytes.number()
  }

  private var isSound: Bool {
    starts.count >= 2 && starts.first == 0 && starts.last == inputs.count
      && zip(starts, starts.dropFirst()).allSatisfy(<=) && (1...256).contains(rangeCount)
  }
}

extension ByteWriter {
  mutating func add<Element>(list: [Element], _ body: (inout ByteWriter, Element) -> Void) {
    add(list.count)
    for element in list { body(&self, element) }
  }

  mutating func add(file: SkippedFile) {
    add(file.path)
    add(file.reason)
    add(file.isFailure)
  }

  fileprivate mutating func add(_ input: AuditPlan.Input) {
    add(input.path)
    add(input.name)
    add(input.isNamed)
    add(input.size)
    add(input.modified)
  }
}

extension ByteReader {
  mutating func list<Element>(_ body: (inout ByteReader) -> Element) -> [Element] {
    (0..<count()).map { _ in body(&self) }
  }

  mutating func skippedFile() -> SkippedFile {
    SkippedFile(path: text(), reason: text(), isFailure: flag())
  }
}
