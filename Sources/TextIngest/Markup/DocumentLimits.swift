/// How much a document may ask of the machine. What reaches a limit is no document that people wrote.
///
/// The values are set down in docs/formats.md.
package enum DocumentLimits {
  /// Members of an archive.
  static let archiveMembers = 20_000
  /// Bytes that the members of an archive that are read may have together when they are unpacked, …
  package static let unpackedBytes = 512 << 20
  /// … of each byte of the archive, …
  static let unpackedRatio = 200
  /// … and in any case.
  static let unpackedFreely = 32 << 20
  /// Levels of elements in XML; Word's own are fewer than 100.
  static let xmlDepth = 1_000
  /// Elements of HTML that are open at a time.
  static let htmlDepth = 5_000
  /// Bytes of an HTML file.
  static let htmlBytes = 256 << 20
  /// Seconds of the processor for parsing HTML, and more of them for each megabyte.
  static let htmlSeconds = 10.0
  static let htmlSecondsPerMegabyte = 0.5
  /// Bytes of memory for the tree of an HTML file, and more of them for each of its bytes.
  static let htmlTreeBytes = 64 << 20
  static let htmlTreeBytesPerByte = 64

  /// Bytes that a converter may make of a document.
  static let convertedBytes = 512 << 20

  /// The limit that was reached, with its value.
  package enum Reached: Hashable, Sendable {
    case bytes(Int)
    case members(Int)
    case unpacked(bytes: Int)
    /// In a member of an archive, or in the file.
    case depth(Int, part: String?)
    case parsing(seconds: Int)
    case treeMemory(bytes: Int)
    case converting(Converter)
    case converted(Converter)
  }
}
