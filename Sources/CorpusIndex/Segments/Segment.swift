internal import Synchronization

/// A segment that was written before: files, their texts and their tokens, in memory as far as they are
/// touched.
package final class Segment: Sendable {
  /// The file of the index that it is in.
  package let path: String
  package let files: [StoredFile]
  /// What the codes stand for.
  package let dictionary: [DictionaryEntry]
  /// Bytes of a code: 2 or 4.
  package let codeWidth: Int
  /// Where the tokens of each file begin, and at last their number.
  package let tokenStarts: [Int]
  private let textStarts: [Int]
  private let metadataStarts: [Int]
  private let sections: MappedSections
  /// Once they were asked for.
  private let knownBlockBits = Mutex<[UInt64]?>(nil)

  init(_ sections: MappedSections) throws(IndexError) {
    path = sections.path
    self.sections = sections
    let head = try Self.head(sections)
    files = head.files
    codeWidth = head.width
    tokenStarts = head.files.reduce(into: [0]) { $0.append($0.last! + $1.tokenCounts.reduce(0, +)) }
    textStarts = head.texts.reduce(into: [0]) { $0.append($0.last! + $1) }
    metadataStarts = head.metadata.reduce(into: [0]) { $0.append($0.last! + $1) }
    dictionary = try Self.dictionary(sections)
  }

  /// Bytes on the disk.
  package var size: Int { sections.size }

  /// The codes of all tokens, each `codeWidth` bytes, found sound; they live as long as the segment.
  ///
  /// - Parameter forEach: calls its body once for each of so many parts, perhaps from several threads.
  package func codes(
    forEach: (_ parts: Int, _ body: @Sendable (Int) -> Void) -> Void
  ) throws(IndexError) -> UnsafeRawBufferPointer {
    let bytes = try sections.bytes(SegmentSection.codes, forEach: forEach)
    guard bytes.count == tokenStarts.last! * codeWidth else { throw damage }
    return bytes
  }

  /// Reads the codes of a segment before it is opened. What is damaged is found out by who asks for them.
  package static func readCodesAhead(
    _ sections: MappedSections, forEach: (_ parts: Int, _ body: @Sendable (Int) -> Void) -> Void
  ) {
    _ = try? sections.bytes(SegmentSection.codes, forEach: forEach)
  }

  /// Gives the memory of the codes back; they are mapped anew where they are read once more.
  package func releaseCodes() { sections.release(SegmentSection.codes) }

  /// A bit for each token that begins a block.
  package func blockBits() throws(IndexError) -> [UInt64] {
    if let known = knownBlockBits.withLock({ $0 }) { return known }
    let bits = try readBlockBits()
    knownBlockBits.withLock { $0 = bits }
    return bits
  }

  private func readBlockBits() throws(IndexError) -> [UInt64] {
    var bytes = ByteReader(try sections.bytes(SegmentSection.blockStarts))
    let count = tokenStarts.last!
    var bits = [UInt64](repeating: 0, count: count / 64 + 1)
    var position = 0
    while !bytes.isAtEnd {
      position &+= bytes.number()
      guard position >= 0, position < count else { throw damage }
      bits[position >> 6] |= 1 << UInt64(position & 63)
    }
    return bits
  }

  /// The text of file `index`.
  package func text(of index: Int) throws(IndexError) -> [UInt8] {
    [UInt8](try sections.bytes(SegmentSection.texts, textStarts[index]..<textStarts[index + 1]))
  }

  /// What else was said of file `index`.
  package func metadata(of index: Int) throws(IndexError) -> [UInt8] {
    [UInt8](
      try sections.bytes(
        SegmentSection.metadata, metadataStarts[index]..<metadataStarts[index + 1]))
  }

  /// Compares everything with its checksums.
  package func verify() throws(IndexError) { try sections.verifyAll() }

  private var damage: IndexError { .damaged(file: path, offset: 0, length: sections.size) }

  private struct Head {
    var width = 2
    var files: [StoredFile] = []
    var texts: [Int] = []
    var metadata: [Int] = []
  }

  private static func head(_ sections: MappedSections) throws(IndexError) -> Head {
    var bytes = ByteReader(try sections.bytes(SegmentSection.files))
    var head = Head(width: bytes.number())
    var isSound = true
    func size() -> Int {
      let size = bytes.number()
      isSound = isSound && size >= 0 && size < 1 << 40
      return size
    }
    let count = bytes.count()
    head.files.reserveCapacity(count)
    head.texts.reserveCapacity(count)
    head.metadata.reserveCapacity(count)
    for _ in 0..<count {
      let path = bytes.text()
      let hash = ContentHash(low: bytes.fixed(), high: bytes.fixed())
      head.texts.append(size())
      head.metadata.append(size())
      let counts = (0..<bytes.count()).map { _ in size() }
      head.files.append(StoredFile(path: path, hash: hash, tokenCounts: counts))
    }
    guard bytes.isSound, isSound, head.width == 2 || head.width == 4 else {
      throw .damaged(file: sections.path, offset: 0, length: sections.size)
    }
    return head
  }

  private static func dictionary(
    _ sections: MappedSections
  ) throws(IndexError) -> [DictionaryEntry] {
    var bytes = ByteReader(try sections.bytes(SegmentSection.dictionary))
    let entries = (0..<bytes.count()).map { _ -> DictionaryEntry in
      let scalar = bytes.number()
      return scalar == 0 ? .word(bytes.text()) : .character(UInt32(truncatingIfNeeded: scalar - 1))
    }
    guard bytes.isSound else {
      throw .damaged(file: sections.path, offset: 0, length: sections.size)
    }
    return entries
  }
}
