internal import CorpusIndex
internal import TextIngest

extension ByteWriter {
  /// Adds what is known of where a text comes from.
  mutating func add(_ source: TextSource) {
    add(source.format)
    add(ifKnown: source.encoding)
    add(source.isExtracted)
    add(source.omissions.count)
    for omission in source.omissions {
      add(omission.name)
      add(omission.count)
    }
    add(source.warnings.count)
    for warning in source.warnings { add(warning) }
  }
}

extension ByteReader {
  /// What ``ByteWriter/add(_:)`` wrote of a source.
  mutating func source() -> TextSource {
    var source = TextSource(format: text(), encoding: optionalText())
    source.isExtracted = flag()
    source.omissions = (0..<count()).map { _ in .init(name: text(), count: number()) }
    source.warnings = (0..<count()).map { _ in text() }
    return source
  }
}
