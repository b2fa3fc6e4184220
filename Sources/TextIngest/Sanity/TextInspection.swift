/// Looks at a text for what is wrong with it and for what hides in it.
enum TextInspection {
  /// Fills in the flags of `documents` of `text`; what a person should look at, in words.
  static func inspect(_ text: UTF8Text, _ documents: inout [IngestedDocument]) -> [String] {
    let sanity = TextSanity(text)
    var warnings = sanity.warnings
    if sanity.hasInvisible, let warning = countInvisible(text, &documents) {
      warnings.append(warning)
    }
    return warnings + lookAlikes(documents)
  }

  private static func countInvisible(
    _ text: UTF8Text, _ documents: inout [IngestedDocument]
  ) -> String? {
    var hidden = PlaceCount()
    for index in documents.indices {
      let invisible = InvisibleCharacters(text, documents[index].byteRange)
      documents[index].flags.zeroWidth = invisible.zeroWidth
      documents[index].flags.directional = invisible.directional
      hidden.add(invisible.hidden)
    }
    if hidden.count == 0 { return nil }
    let subject = hidden.count == 1 ? "character stands" : "characters stand"
    return "\(hidden.count) invisible \(subject) between letters, the first at byte offset "
      + "\(hidden.firstOffset): a trick to hide copies; the text is compared without them"
  }

  private static func lookAlikes(_ documents: [IngestedDocument]) -> [String] {
    let count = documents.reduce(0) { $0 + $1.flags.lookAlikes }
    guard let first = documents.first(where: { $0.flags.lookAlikes > 0 }) else { return [] }
    return [
      "\(count) \(count == 1 ? "word mixes" : "words mix") letters of Latin, Greek and Cyrillic that "
        + "look alike, the first at byte offset \(first.flags.firstLookAlike): a trick to hide copies; "
        + "each is compared as what it looks like"
    ]
  }
}
