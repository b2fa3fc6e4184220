package import TextIngest

/// D1 for any file: ranges in order, no overlap, no character cut, the bytes give the token back; and the tokens
/// can be made again from what an index keeps.
package enum TokenTwin {
  /// What is wrong with the tokens of `file`, which was read with `settings`; nil where nothing is.
  package static func fault(in file: IngestedFile, _ settings: IngestSettings) -> String? {
    var last = 0
    for index in 0..<file.tokens.count {
      let start = Int(file.tokens.starts[index])
      let end = Int(file.tokens.ends[index])
      guard start >= last, end > start, end <= file.content.count else {
        return "token \(index): \(start)..<\(end) after \(last)"
      }
      let cuts =
        file.content[start] & 0xC0 == 0x80
        || end < file.content.count && file.content[end] & 0xC0 == 0x80
      if cuts { return "token \(index): \(start)..<\(end) cuts a character" }
      if !isGivenBack(index, file, settings) {
        let bytes = String(decoding: file.content[start..<end], as: UTF8.self)
        return
          "token \(index): \(bytes.debugDescription) is \(file.text(ofToken: index).debugDescription)"
      }
      last = end
    }
    return blockFault(in: file) ?? restoringFault(of: file, settings)
  }

  private static func blockFault(in file: IngestedFile) -> String? {
    var next = 0
    for document in file.documents {
      let starts = document.blockStarts
      guard document.tokenRange.lowerBound == next, starts == starts.sorted(),
        starts.allSatisfy({ document.tokenRange.contains(Int($0)) }),
        document.tokenRange.isEmpty || starts.first == UInt32(document.tokenRange.lowerBound),
        document.joins.allSatisfy({ document.byteRange.contains(Int($0)) })
      else { return "blocks of part \(document.part ?? 0)" }
      next = document.tokenRange.upperBound
    }
    return next == file.tokens.count ? nil : "tokens of no document"
  }

  /// Whether the bytes of the token, normalised, are the token.
  private static func isGivenBack(
    _ index: Int, _ file: IngestedFile, _ settings: IngestSettings
  ) -> Bool {
    let value = file.tokens.values[index]
    let bytes = file.content[Int(file.tokens.starts[index])..<Int(file.tokens.ends[index])]
    if value == TokenValue.slot { return true }
    // Nine tenths of the tokens, without asking Foundation.
    if (0x4E00..<0xA000).contains(value), bytes.count == 3, !settings.foldsScript,
      String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value == value
    {
      return true
    }
    let text = file.text(ofToken: index)
    if bytes.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) {
      return text.utf8.elementsEqual(bytes.lazy.map { $0 | 0x20 })
    }
    let own = NormalisedText.of(text)
    let given = NormalisedText.of(String(decoding: bytes, as: UTF8.self))
    // Equal as the standard library has it: Foundation's Unicode is older, and leaves marks that it does not know
    // where they are.
    if own == given { return true }
    // Of another script, or of letters that look alike: as many, and the same again when it is read again.
    guard settings.foldsScript || hasLookAlikes(given) else { return false }
    var phrase = settings
    phrase.splitsCompilations = false
    phrase.encoding = "UTF-8"
    let again = try? Reader.ingest(Array(bytes), format: .plainText, settings: phrase)
    return again.map { $0.tokens.count == 1 && $0.text(ofToken: 0) == text } ?? false
  }

  /// Whether letters of two of the alphabets Latin, Greek and Cyrillic stand in `text`.
  private static func hasLookAlikes(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let alphabets: [(Unicode.Scalar) -> Bool] = [
      {
        (0x41..<0x2B0).contains($0.value) || (0x1E00..<0x1F00).contains($0.value)
          || (0x2C60..<0x2C80).contains($0.value) || (0xA720..<0xA800).contains($0.value)
      },
      { (0x370..<0x400).contains($0.value) || (0x1F00..<0x2000).contains($0.value) },
      {
        (0x400..<0x530).contains($0.value) || (0x1C80..<0x1C90).contains($0.value)
          || (0x2DE0..<0x2E00).contains($0.value) || (0xA640..<0xA6A0).contains($0.value)
      },
    ]
    return alphabets.count { isOf in scalars.contains(where: isOf) } > 1
  }

  /// What differs when the tokens are made again from the text and its stretches, as an index does it.
  private static func restoringFault(
    of file: IngestedFile, _ settings: IngestSettings
  ) -> String? {
    let kept = file.documents.map { document in
      var kept = document
      kept.tokenRange = 0..<0
      kept.blockStarts = []
      return kept
    }
    let restored = Reader.restore(
      file.content, source: file.source, metadata: file.metadata, documents: kept,
      settings: settings)
    guard let restored else { return "cannot be restored" }
    let isSame =
      restored.tokens.values == file.tokens.values && restored.tokens.starts == file.tokens.starts
      && restored.tokens.ends == file.tokens.ends
      && restored.tokens.separators == file.tokens.separators
      && restored.words.words == file.words.words
      && zip(restored.documents, file.documents).allSatisfy {
        $0.tokenRange == $1.tokenRange && $0.blockStarts == $1.blockStarts
      }
    return isSame ? nil : "is restored as something else"
  }
}
