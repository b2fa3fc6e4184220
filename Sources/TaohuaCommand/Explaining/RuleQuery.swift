internal import PhraseReport

/// Tells whether somebody asks for a rule or for a phrase.
struct RuleQuery {
  /// The rule that is meant; nil where it is a phrase.
  let rule: Rule?

  /// - Parameters:
  ///   - text: what was asked for.
  ///   - isAlone: whether no paths follow it: the name of a rule before paths is a text.
  /// - Throws: `CommandFailure.unknownRule` for a code that no rule has.
  init(_ text: String, isAlone: Bool) throws(CommandFailure) {
    let known = Rule(text)
    let isCode = Self.isCode(text)
    if isCode && known == nil { throw .unknownRule(text) }
    rule = isCode || isAlone ? known : nil
  }

  /// `TH` and digits.
  private static func isCode(_ text: String) -> Bool {
    let digits = text.dropFirst(2)
    return text.lowercased().hasPrefix("th") && !digits.isEmpty
      && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
