internal import PhraseMining
internal import ShingleEngine
internal import TextIngest

/// Wording that is allowed, as the user wrote it down.
public struct AllowEntry: Hashable, Sendable {
  public var phrase: String
  /// The id of a family that is allowed whole, where no phrase is given.
  public var family: String?
  /// Why it is allowed.
  public var reason: String
  /// Whether it must be quoted word for word.
  public var isExact = false
  /// Documents that it is allowed in, by a part of their names; empty for all.
  public var paths: [String] = []
  /// The last day on which it holds, `YYYY-MM-DD`.
  public var expires: String?

  public init(phrase: String, reason: String) {
    self.phrase = phrase
    self.reason = reason
  }
}

extension AuditSettings {
  /// Ids of the families that are allowed whole.
  var allowedFamilies: Set<UInt64> {
    Set(
      allowed.filter(\.phrase.isEmpty).compactMap { entry in
        entry.family.flatMap { UInt64($0, radix: 16) }
      })
  }
}

extension Corpus {
  /// The phrases of `entries` as token numbers of this corpus: each line of a phrase is one. A word that
  /// the corpus has not is a number that it has not.
  func allowedPhrases(_ entries: [AllowEntry]) -> [(phrase: AllowedPhrase, entry: Int)] {
    if entries.isEmpty { return [] }
    let read = entries.map {
      $0.phrase.isEmpty ? nil : tokens(ofPhrase: Array($0.phrase.utf8))
    }
    let numbers = numbers(of: Set(read.compactMap { $0 }.flatMap(\.words.words)))
    return zip(entries.indices, read).flatMap { index, file in
      file.map { sequences(of: $0, numbers) }?.map { tokens in
        let documents =
          entries[index].paths.isEmpty
          ? nil
          : documents.map { document in entries[index].paths.contains { document.id.contains($0) } }
        return (
          AllowedPhrase(tokens: tokens, isExact: entries[index].isExact, documents: documents),
          index
        )
      } ?? []
    }
  }

  private func sequences(of file: IngestedFile, _ numbers: [String: UInt32]) -> [[UInt32]] {
    let values = file.tokens.values.map { value -> UInt32 in
      guard value >= TokenValue.firstWord else { return value }
      return numbers[file.words.words[Int(value - TokenValue.firstWord)]] ?? Self.unknownToken
    }
    let starts = file.documents.flatMap(\.blockStarts).map { Int($0) } + [values.count]
    return zip(starts, starts.dropFirst()).map { Array(values[$0..<$1]) }.filter { !$0.isEmpty }
  }

  /// The last code point, which is no character: a token that no text has.
  private static var unknownToken: UInt32 { 0x10_FFFF }
}
