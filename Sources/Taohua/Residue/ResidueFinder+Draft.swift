internal import PhraseReport
internal import ShingleEngine

/// What shows in the draft alone: blanks, a redaction that was not finished, another place's name.
extension ResidueFinder {
  /// So many masks are listed one by one; of more the first stands for all.
  private static let listed = 10

  /// What is still to be filled in. A document that is masked throughout, for publication, gets one
  /// finding for its masks.
  func openBlanks(_ blanks: BlankText) -> [Item] {
    func item(_ position: Int, _ reason: ResidueReason, count: Int = 1) -> Item {
      Item(
        bytes: corpus.bytes(of: position), reason: reason,
        source: nil, count: count)
    }
    let forms = blanks.forms.map { item($0, .blank) }
    if blanks.isMasked, blanks.masks.count > Self.listed {
      return forms + [item(blanks.masks[0], .blanks, count: blanks.masks.count)]
    }
    return forms + blanks.masks.map { item($0, .blank) }
  }

  /// Names in a document that masks its like: of people where it masks throughout, of places where it
  /// masks such.
  func unmasked(_ names: [PlaceNames.Found], _ blanks: BlankText) -> [Item] {
    if !blanks.isMasked { return [] }
    let masksPlaces = blanks.masksPlaces
    return names.filter { $0.isCertain && (masksPlaces || !$0.isPlace) }
      .map { Item(bytes: $0.bytes, reason: .notMasked, source: nil) }
  }

  /// Another name where the office's own is expected: 乙市人大常委会 in a report of 甲市人大常委会.
  ///
  /// The own one is that of the title, else the one before most organs. Another is one of the same level
  /// that begins a clause and stands before an organ, and is rare beside the own one.
  func otherNames(_ names: [PlaceNames.Found], _ document: Int) -> [Item] {
    let source = corpus.documents[document]
    let content = corpus.files[source.file].content
    let organs = names.filter { name in
      name.isPlace && name.isCertain
        && Self.organs.contains { content[name.bytes.upperBound...].starts(with: $0) }
    }
    let counts = Dictionary(grouping: organs) { $0.name }.mapValues(\.count)
    let titled = facts[document].place.flatMap { $0.contains("某") ? nil : $0 }
    guard let own = titled ?? ownName(counts), let level = own.last else { return [] }
    let others = organs.filter { name in
      name.name != own && name.name.last == level
        && beginsClause(name.bytes.lowerBound, content, from: source.byteRange.lowerBound)
    }
    let often = Dictionary(grouping: others) { $0.name }.mapValues(\.count)
    let most = max((counts[own] ?? 0) / 5, titled == nil ? 0 : Self.rare)
    return others.filter { often[$0.name]! <= most }
      .map { Item(bytes: $0.bytes, reason: .otherName, source: nil) }
  }

  /// A name that was left over stands so often at most beside that of the title.
  private static let rare = 3

  private static let organs = ["人大", "人民", "市委", "县委", "区委", "州委", "省委", "政府", "委"].map {
    Array($0.utf8)
  }

  /// The name that stands most often before an organ.
  private func ownName(_ counts: [String: Int]) -> String? {
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.flatMap { $0.value > 2 ? $0.key : nil }
  }

  /// Whether a clause begins at `offset`: nothing before it in its line, or a mark.
  private func beginsClause(_ offset: Int, _ content: [UInt8], from start: Int) -> Bool {
    let before = String(decoding: content[max(start, offset - 8)..<offset], as: UTF8.self)
    guard let last = before.last(where: { $0 != " " && $0 != "　" }) else { return true }
    return last.isNewline || "。！？；，：“".contains(last)
  }
}
