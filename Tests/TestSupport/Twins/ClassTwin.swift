package import PhraseMining
internal import ShingleEngine

/// The classes of DESIGN §4 counted by hand on plain arrays.
package struct ClassTwin {
  private let plain: PlainCorpus
  private let settings: MiningSettings
  package private(set) var classes: [TokenClass]

  package init(_ plain: PlainCorpus, _ settings: MiningSettings) {
    self.plain = plain
    self.settings = settings
    classes = plain.documents.joined().joined().map { _ in .original }
    markRepeated()
    markShared()
    markStock()
  }

  private mutating func markStock() {
    let length = settings.shingleLength.unspaced
    let holders = plain.sources(length: length)
    for window in plain.windows(length: length)
    where holders[window.tokens]!.count >= settings.minimumSources {
      mark(window.tokens, window.position, .stock)
    }
  }

  private mutating func markShared() {
    let length = settings.sharedLength.unspaced
    let holders = plain.sources(length: length)
    for window in plain.windows(length: length) where holders[window.tokens]!.count >= 2 {
      mark(window.tokens, window.position, .shared)
    }
  }

  private mutating func markRepeated() {
    let length = settings.shingleLength.unspaced
    var first: [Int: [[UInt32]: Int]] = [:]
    for window in plain.windows(length: length) {
      if let earlier = first[window.document]?[window.tokens] {
        if earlier + length <= window.position { mark(window.tokens, window.position, .repeated) }
      } else {
        first[window.document, default: [:]][window.tokens] = window.position
      }
    }
  }

  private mutating func mark(_ tokens: [UInt32], _ position: Int, _ tokenClass: TokenClass) {
    guard PlainCorpus.hasEnoughWords(tokens) else { return }
    for token in position..<position + tokens.count { classes[token] = tokenClass }
  }

  /// The first token of `findings` that is of another class; nil where there is none.
  package func fault(in findings: Findings) -> String? {
    for (position, expected) in classes.enumerated() {
      let found = TokenClass(rawValue: findings.classes[position])!
      // Borrowed is a promise of its own; it stands above shared, below stock.
      // Edited places (D4) are stock too, and marked: an exact token never is.
      let isEdited = findings.edited.contains(position)
      let isRight =
        expected < .stock
        ? found == expected || found == .borrowed || isEdited
        : found == expected && !isEdited
      if !isRight { return "position \(position): \(found) for \(expected)" }
    }
    return nil
  }
}
