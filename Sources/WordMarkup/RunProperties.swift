internal import PhraseReport
internal import TextIngest

/// The properties of a run with those of a look.
///
/// What the run says itself of its line, its colour and its border stays; a shading gives way, because text
/// that was taken from web pages is shaded white.
struct RunProperties {
  private let source: WordSource
  private let run: WordMap.Run

  init(_ source: WordSource, _ run: Int) {
    self.source = source
    self.run = source.map.runs[run]
  }

  /// Gives the run itself the look.
  func write(_ look: MarkLook, to edits: inout XMLEdits) {
    let place = run.properties ?? run.startTag.upperBound..<run.startTag.upperBound
    edits.replace(place, by: bytes(with: look))
  }

  /// The properties as XML; nothing where there are none.
  func bytes(with look: MarkLook?) -> [UInt8] {
    let content = source.main.content
    guard let look else { return run.properties.map { Array(content[$0]) } ?? [] }
    let added = look.properties
    guard let own = run.properties, run.propertiesEnd < own.upperBound else {
      let elements = added.map { source.names.element("\($0.kind)", $0.attributes) }
      return Array(source.names.element("rPr", "", elements.joined()).utf8)
    }
    var bytes = Array(content[own.lowerBound..<start(of: 0)])
    var rest = added[...]
    for (index, property) in run.propertyStarts.enumerated() {
      while let next = rest.first, next.kind <= property.kind {
        rest.removeFirst()
        if next.kind < property.kind || next.kind == .shd { bytes += element(next) }
      }
      let isReplaced = property.kind == .shd && added.contains { $0.kind == .shd }
      if !isReplaced { bytes += content[property.start..<start(of: index + 1)] }
    }
    for property in rest { bytes += element(property) }
    return bytes + content[run.propertiesEnd..<own.upperBound]
  }

  private func element(_ property: RunProperty) -> [UInt8] {
    Array(source.names.element("\(property.kind)", property.attributes).utf8)
  }

  /// Where the property `index` begins, or what stands behind the last.
  private func start(of index: Int) -> Int {
    index < run.propertyStarts.count ? run.propertyStarts[index].start : run.propertiesEnd
  }
}
