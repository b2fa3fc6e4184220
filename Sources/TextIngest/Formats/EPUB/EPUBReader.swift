/// Reads books in EPUB: the documents of the spine, in its order.
enum EPUBReader {
  /// The text of the book in `content`.
  ///
  /// - Throws: ``IngestError/document(_:)``.
  static func text(of content: [UInt8]) throws(IngestError) -> SourceText {
    try FileSignature.require(.epub, of: content, named: .epub)
    return try ZipArchive.open(content) { (archive) throws(IngestError) in try read(&archive) }
  }

  private static func read(_ archive: inout ZipArchive) throws(IngestError) -> SourceText {
    let package = try EPUBPackage.read(from: &archive)
    var writer = BlockWriter()
    for item in package.spine {
      if item.isNavigation {
        writer.omit(.navigation)
      } else if item.mediaType.hasPrefix("image/") {
        writer.omit(.pictures)
      } else {
        if package.encrypted.contains(item.part.lowercased()) { throw .document(.encrypted) }
        writer.append(try blocks(of: item.part, in: &archive))
      }
    }
    return writer.finish(format: .epub)
  }

  /// What a document of the book holds: XHTML by the rules of XML, and where it breaks them, as
  /// browsers would read it.
  private static func blocks(
    of part: String, in archive: inout ZipArchive
  ) throws(IngestError) -> BlockWriter {
    let content = try archive.content(of: part)
    let handler = XHTMLHandler()
    let reader = XMLReader(part: part, handler: handler, allowsDoctype: true)
    do throws(IngestError) {
      try content.withUnsafeBufferPointer { (bytes) throws(IngestError) in
        try reader.read(UnsafeRawBufferPointer(bytes), isLast: true)
      }
      return handler.blocks.writer
    } catch .document(.malformedXML) {
      var blocks = HTMLBlocks()
      try HTMLReader.read(try decoded(content, part), into: &blocks)
      return blocks.writer
    }
  }

  /// `content` of `part` as UTF-8. What is wrong with it is told of the part: offsets in it are none in the file.
  private static func decoded(
    _ content: [UInt8], _ part: String
  ) throws(IngestError) -> [UInt8] {
    do throws(IngestError) {
      return try HTMLEncoding.decoded(content).html
    } catch .undecodable(let encoding, let offset) {
      throw .document(.undecodablePart(part, encoding: encoding, offset: offset))
    } catch .undetected(let offset) {
      throw .document(.undecodablePart(part, encoding: nil, offset: offset))
    } catch .binary(let offset) {
      throw .document(.undecodablePart(part, encoding: nil, offset: offset))
    } catch {
      throw error
    }
  }
}
