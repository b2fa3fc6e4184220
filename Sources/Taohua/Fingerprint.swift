internal import PhraseReport
internal import ShingleEngine

/// Names what a finding is about, wherever it stands: the same in every run and corpus.
enum Fingerprint {
  /// Of `content` under `rule`, 16 hexadecimal digits.
  static func of(_ rule: Rule, _ content: String) -> String {
    hexadecimal(TokenHash.stableHash(of: [rule.rawValue, content]))
  }
}
