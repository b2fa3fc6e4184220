/// The sections of a segment.
enum SegmentSection {
  static let files = 1
  static let dictionary = 2
  static let codes = 3
  static let blockStarts = 4
  static let texts = 5
  static let metadata = 6
}

/// What the codes of a segment stand for.
package enum DictionaryEntry: Hashable, Sendable {
  /// A token of one character, or the slot.
  case character(UInt32)
  case word(String)
}

/// The tokens of a segment on their way to the disk.
package struct SegmentTokens {
  /// What each code stands for; more than 65,536 make codes of four bytes.
  package var dictionary: [DictionaryEntry]
  /// The code of each token.
  package var codes: [UInt32]
  /// The first token of each block, rising.
  package var blockStarts: [UInt32]

  package init(dictionary: [DictionaryEntry], codes: [UInt32], blockStarts: [UInt32]) {
    self.dictionary = dictionary
    self.codes = codes
    self.blockStarts = blockStarts
  }

  /// Bytes of a code.
  var width: Int { dictionary.count <= 1 << 16 ? 2 : 4 }
}

/// Writes the files of a segment and their tokens.
package enum SegmentWriter {
  /// - Parameters:
  ///   - name: of the file; nothing stands there before all is written.
  ///   - folder: the index.
  ///   - files: the files; their documents' tokens stand one after another.
  ///   - texts: the UTF-8 text of each file.
  ///   - metadata: what else is known of each file; what the bytes mean is known to those who make them alone.
  ///   - tokens: the tokens of all documents.
  package static func write(
    _ name: String, in folder: IndexFolder, _ files: [StoredFile], texts: [[UInt8]],
    metadata: [[UInt8]], _ tokens: SegmentTokens
  ) throws(IndexError) -> Manifest.Part {
    let writer = try SectionFileWriter(path: folder.path(of: name), kind: .segment)
    try writer.begin(SegmentSection.files)
    try writer.add(
      encoded(
        files, texts: texts.map(\.count), metadata: metadata.map(\.count), width: tokens.width))
    try writer.begin(SegmentSection.dictionary)
    try writer.add(encoded(tokens.dictionary))
    try writer.begin(SegmentSection.codes)
    try writeCodes(tokens, to: writer)
    try writer.begin(SegmentSection.blockStarts)
    try writer.add(encoded(tokens.blockStarts))
    try writer.begin(SegmentSection.texts)
    for text in texts { try writer.add(text) }
    try writer.begin(SegmentSection.metadata)
    for metadata in metadata { try writer.add(metadata) }
    return try Manifest.Part(name: name, checksum: writer.finish())
  }

  private static func encoded(
    _ files: [StoredFile], texts: [Int], metadata: [Int], width: Int
  ) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.add(width)
    bytes.add(files.count)
    for (index, file) in files.enumerated() {
      bytes.add(file.path)
      bytes.add(fixed: file.hash.low)
      bytes.add(fixed: file.hash.high)
      bytes.add(texts[index])
      bytes.add(metadata[index])
      bytes.add(file.tokenCounts.count)
      for count in file.tokenCounts { bytes.add(count) }
    }
    return bytes.bytes
  }

  private static func encoded(_ dictionary: [DictionaryEntry]) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.add(dictionary.count)
    for entry in dictionary {
      switch entry {
      case .character(let scalar): bytes.add(Int(scalar) + 1)
      case .word(let word):
        bytes.add(0)
        bytes.add(word)
      }
    }
    return bytes.bytes
  }

  /// The tokens between the beginnings of blocks.
  private static func encoded(_ starts: [UInt32]) -> [UInt8] {
    var bytes = ByteWriter()
    var last: UInt32 = 0
    for start in starts {
      bytes.add(Int(start - last))
      last = start
    }
    return bytes.bytes
  }

  /// The codes in pieces, so that they need not all be there twice.
  private static func writeCodes(
    _ tokens: SegmentTokens, to writer: SectionFileWriter
  ) throws(IndexError) {
    let piece = 1 << 20
    for start in stride(from: 0, to: tokens.codes.count, by: piece) {
      let codes = tokens.codes[start..<min(start + piece, tokens.codes.count)]
      if tokens.width == 2 {
        try add(codes.map { UInt16($0) }, to: writer)
      } else {
        try add(Array(codes), to: writer)
      }
    }
  }

  private static func add<Number: FixedWidthInteger>(
    _ numbers: [Number], to writer: SectionFileWriter
  ) throws(IndexError) {
    let result = numbers.withUnsafeBytes { memory -> Result<Void, IndexError> in
      do throws(IndexError) {
        try writer.add(memory)
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
  }
}
