internal import PhraseReport

/// What a comment says: `off: reason`, `on`, `ignore[TH001, copied-passage]: reason`.
struct SuppressionComment: Hashable {
  enum Command: String, CaseIterable {
    /// What follows, up to `on` or the end of the file.
    case off
    case on
    /// The next block.
    case ignore
  }

  /// Why a comment does nothing.
  enum Problem: Error, Hashable {
    case unknownCommand(String)
    case unknownRule(String)
    /// The bracket after the command is not closed, or something else than a colon follows.
    case malformed(Command)
    case noReason(Command)
  }

  let command: Command
  /// The rules that it is about; nil for all.
  let rules: Set<Rule>?
  let reason: String

  /// - Parameter text: What follows the program's name.
  init(_ text: String) throws(Problem) {
    let word = text.prefix { $0.isASCII && $0.isLetter }
    guard let command = Command(rawValue: String(word)) else {
      throw .unknownCommand(String(text.prefix { !$0.isWhitespace && $0 != ":" }))
    }
    var rest = text.dropFirst(word.count)
    self.command = command
    rules = try Self.rules(&rest, of: command)
    rest = rest.drop(while: \.isWhitespace)
    if let mark = rest.first, mark != ":", mark != "：" { throw .malformed(command) }
    rest = rest.dropFirst().drop(while: \.isWhitespace)
    if rest.isEmpty, command != .on { throw .noReason(command) }
    reason = String(rest)
  }

  /// The rules between brackets, by code or name.
  private static func rules(
    _ rest: inout Substring, of command: Command
  ) throws(Problem) -> Set<Rule>? {
    guard rest.first == "[" else { return nil }
    guard let end = rest.firstIndex(of: "]") else { throw .malformed(command) }
    var rules = Set<Rule>()
    for part in rest[rest.index(after: rest.startIndex)..<end].split(separator: ",") {
      let name = part.filter { !$0.isWhitespace }
      guard let rule = Rule(name) else { throw .unknownRule(name) }
      rules.insert(rule)
    }
    rest = rest[rest.index(after: end)...]
    if rules.isEmpty { throw .malformed(command) }
    return rules
  }
}

extension SuppressionComment.Problem {
  /// What is wrong, and what to write.
  var message: String {
    switch self {
    case .unknownCommand(let word):
      "the comment says '\(word)', and so does nothing; write off, on or ignore after taohua"
    case .unknownRule(let name):
      "the comment names '\(name)', which is no rule, and so does nothing; taohua explain lists them"
    case .malformed(let command):
      "the comment does nothing; write <!-- taohua \(command.rawValue)[TH001,TH003]: reason -->"
    case .noReason(let command):
      "the comment gives no reason, and so does nothing; "
        + "write <!-- taohua \(command.rawValue): reason -->"
    }
  }
}
