/// Templates of families as people read them.
package enum TemplateText {
  /// What a slot looks like: a blank in a form.
  private static let slot = "＿"

  /// `template` with `＿` for a slot, and its alternations as `a/b`, or `(a/b)` where some places
  /// have none of them.
  ///
  ///     TemplateText.readable("{市|}{slot}届人大")   // (市)＿届人大
  package static func readable(_ template: String) -> String {
    TemplatePiece.pieces(of: template).map(readable).joined()
  }

  private static func readable(_ piece: TemplatePiece) -> String {
    switch piece {
    case .text(let text): return text
    case .slot: return slot
    case .choices(let choices):
      let words = choices.filter { !$0.isEmpty }.map { $0.map(readable).joined() }
      let text = words.joined(separator: "/")
      return words.count < choices.count ? "(\(text))" : text
    }
  }
}
