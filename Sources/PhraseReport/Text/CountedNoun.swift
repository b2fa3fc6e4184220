/// Numbers with their nouns.
enum CountedNoun {
  /// `1 phrase`, `1,234 phrases`.
  static func of(_ count: Int, _ noun: String) -> String {
    "\(NumberText.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }
}
