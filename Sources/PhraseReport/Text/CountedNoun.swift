/// Numbers with their nouns.
package enum CountedNoun {
  /// `1 phrase`, `1,234 phrases`.
  package static func of(_ count: Int, _ noun: String) -> String {
    "\(NumberText.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }
}
