/// Templates of families as people read them.
package enum TemplateText {
  /// What a slot looks like: a blank in a form.
  private static let slot = "＿"

  /// `template` with `＿` for a slot, and its alternations as `a/b`, or `(a/b)` where some places
  /// have none of them.
  ///
  ///     TemplateText.readable("{市|}{slot}届人大")   // (市)＿届人大
  package static func readable(_ template: String) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      text += readable(hole: rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private static func readable(hole: Substring) -> String {
    if hole == "slot" { return slot }
    let choices = hole.split(separator: "|", omittingEmptySubsequences: false)
    guard choices.count > 1 else { return "{\(hole)}" }
    let words = choices.filter { !$0.isEmpty }.joined(separator: "/")
    return choices.contains("") ? "(\(words))" : words
  }
}
