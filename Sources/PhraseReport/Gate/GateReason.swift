/// One reason why a check fails; `subject` is the document or file.
package struct GateReason: Hashable, Sendable {
  /// What blocks.
  package enum Cause: Hashable, Sendable {
    /// So many findings of a rule that are errors.
    case findings(Rule, count: Int)
    /// More borrowed tokens than are allowed.
    case borrowed(tokens: Int, limit: Int)
    /// What a finding says by itself.
    case message(FindingMessage)
  }

  package var subject: String
  package var cause: Cause

  package init(subject: String, cause: Cause) {
    self.subject = subject
    self.cause = cause
  }

  package func text(in language: ReportLanguage) -> String {
    let words = Words(language: language)
    return words(
      .gateReason, ["path": .text(DisplayText.clean(subject)), "reason": .text(cause(words))])
  }

  private func cause(_ words: Words) -> String {
    switch cause {
    case .findings(let rule, let count):
      words(.gateFindings, ["n": .number(count), "what": .text(words.counted(rule, count))])
    case .borrowed(let tokens, let limit):
      words(.gateBorrowed, ["n": .number(tokens), "limit": .number(limit)])
    case .message(let message): DisplayText.clean(message.text(in: words.language))
    }
  }
}

extension Words {
  /// What one finding of `rule`, or several, are called.
  func counted(_ rule: Rule, _ count: Int) -> String {
    switch language {
    case .english: count == 1 ? rule.noun : rule.noun + "s"
    case .chinese: rule.chineseNoun
    }
  }
}
