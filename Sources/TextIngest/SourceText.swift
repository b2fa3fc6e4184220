/// The text of a file: what every format is turned into before lines, documents and tokens are
/// looked for in it.
package struct SourceText: Sendable {
  /// Valid UTF-8, which every offset points into.
  package var content: [UInt8]
  package var source: TextSource
  var structure: LineStructure
  /// Comments that speak to the program, of formats that have comments, where they stood.
  var directives: [Directive] = []
  /// Where the text comes from, of readers that say so.
  var origins = TextOrigins()

  init(content: [UInt8], source: TextSource, structure: LineStructure) {
    self.content = content
    self.source = source
    self.structure = structure
  }

  /// Unicode scalars. O(n).
  package var characterCount: Int {
    content.withUnsafeBufferPointer { content in
      var count = 0
      for byte in content where byte & 0xC0 != 0x80 { count &+= 1 }
      return count
    }
  }
}

/// How the lines of a text are told apart.
enum LineStructure: Sendable {
  /// Line by line, as they were typed or broken; they are repaired.
  case plainText
  /// By the rules of Markdown.
  case markdown
  /// A block a line, or lines of a block, as these marks say: nothing needs repair.
  case marked([LineMark])
}

/// What markup says of a line of extracted text.
struct LineMark: Sendable, Equatable {
  /// Offset of the line's first byte.
  var start: Int
  var style: BlockStyle
}

/// What markup says of a block.
struct BlockStyle: Sendable, Equatable {
  var features: LineFeatures = []
  /// The level of a heading, from 1; 0 where the block is none or its markup tells no level.
  var headingLevel: UInt8 = 0

  /// A block inside of this one, which is of both styles.
  func containing(_ inner: BlockStyle) -> BlockStyle {
    BlockStyle(
      features: features.union(inner.features), headingLevel: max(headingLevel, inner.headingLevel))
  }

  static func heading(_ level: Int) -> BlockStyle {
    BlockStyle(features: .isHeading, headingLevel: UInt8(clamping: level))
  }

  /// A cell of a table: it stands alone.
  static var cell: BlockStyle { BlockStyle(features: .standsAlone) }
}
