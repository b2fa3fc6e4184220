internal import CorpusIndex
internal import TextIngest

extension StoredText {
  /// Rises whenever the same output of a program may become another text, or is kept in another way.
  private static let version = 1

  /// As it is kept: a checksum, then the version and the program that made it, then the text.
  func encoded(by maker: String) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.add(Self.version)
    bytes.add(maker)
    bytes.add(source)
    bytes.add(content)
    bytes.add(marks.count)
    for mark in marks {
      bytes.add(mark.start)
      bytes.add(mark.features)
      bytes.add(mark.headingLevel)
    }
    var file = ByteWriter()
    file.add(fixed: checksum(of: bytes.bytes))
    return file.bytes + bytes.bytes
  }

  /// The text that `file` holds; nil if that is damaged, or of another version or program than `maker`.
  init?(_ file: [UInt8], by maker: String) {
    let read = file.withUnsafeBytes { memory -> StoredText? in
      var reader = ByteReader(memory)
      guard reader.fixed() == checksum(of: [UInt8](file.dropFirst(8))), reader.isSound,
        reader.number() == Self.version, reader.text() == maker
      else { return nil }
      let source = reader.source()
      let content = reader.data()
      let marks = (0..<reader.count()).map { _ in
        Mark(start: reader.number(), features: reader.number(), headingLevel: reader.number())
      }
      guard reader.isSound, reader.isAtEnd else { return nil }
      return StoredText(content: content, source: source, marks: marks)
    }
    guard let read else { return nil }
    self = read
  }
}
