internal import PhraseMining
internal import ShingleEngine
internal import TextIngest

extension AuditSettings {
  /// Ids of the families that are allowed whole.
  var allowedFamilies: Set<UInt64> { Set(allowed.compactMap(\.familyID)) }

  /// The entries that were found, by index.
  /// - Parameter phrases: the entries of the phrases that were looked for.
  func used(_ marks: AllowedMarks, phrases: [Int]) -> Set<Int> {
    let families = allowed.indices.filter { index in
      allowed[index].familyID.map(marks.usedFamilies.contains) ?? false
    }
    return Set(marks.used.map { phrases[$0] } + families)
  }
}

extension AllowEntry {
  /// The family that is allowed whole.
  fileprivate var familyID: UInt64? {
    phrase.isEmpty ? family.flatMap { UInt64($0, radix: 16) } : nil
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
    let documents = self.documents(ofEntries: entries)
    return zip(entries.indices, read).flatMap { index, file in
      file.map { sequences(of: $0, numbers) }?.map { tokens in
        (
          AllowedPhrase(
            tokens: tokens, isExact: entries[index].isExact, documents: documents[index]),
          index
        )
      } ?? []
    }
  }

  /// For each of `entries` and each document whether the entry holds in it; nil where it holds in all.
  func documents(ofEntries entries: [AllowEntry]) -> [[Bool]?] {
    // Entries of one list ask for the same paths, and each is a call of the system.
    var paths: [String?: [[[UInt8]]]] = [:]
    return entries.map { documents(of: $0, &paths) }
  }

  /// For each document whether `entry` is allowed in it; nil where it is in all.
  private func documents(
    of entry: AllowEntry, _ known: inout [String?: [[[UInt8]]]]
  ) -> [Bool]? {
    if entry.paths.isEmpty { return nil }
    let folder = entry.place?.folder
    let paths =
      known[folder]
      ?? files.map { file in
        (folder.map { file.input.path(in: $0) } ?? file.input.name).utf8
          .split(separator: UInt8(ascii: "/")).map { Array($0) }
      }
    known[folder] = paths
    let isAllowed = entry.isAllowed(in: paths)
    return documents.map { isAllowed[$0.file] }
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
