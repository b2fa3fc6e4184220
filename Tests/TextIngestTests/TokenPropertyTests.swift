import Foundation
import Synchronization
import TestSupport
import Testing
import TextIngest

/// D1 on all texts there are: ranges in order, no overlap, no character cut, the bytes give the token back;
/// and the tokens can be made again from what an index keeps.
@Suite("D1 on real and random text")
struct TokenPropertyTests {
  /// What is wrong with the tokens of `file`, which was read with `settings`; nil where nothing is.
  static func fault(in file: IngestedFile, _ settings: IngestSettings) -> String? {
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
    if own.unicodeScalars.elementsEqual(given.unicodeScalars) { return true }
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
      { (0x41..<0x2B0).contains($0.value) || (0x1E00..<0x1F00).contains($0.value) },
      { (0x370..<0x400).contains($0.value) || (0x1F00..<0x2000).contains($0.value) },
      { (0x400..<0x530).contains($0.value) },
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

  static let settings: [IngestSettings] = {
    var folding = IngestSettings()
    folding.foldsScript = true
    var plain = IngestSettings.whole
    plain.slots = []
    var some = IngestSettings()
    some.slots = [.date, .blank]
    return [IngestSettings(), folding, plain, some]
  }()

  /// Reads `files`, several at once, and says what is wrong with the first that is not right.
  static func faults(in files: [URL], _ settings: IngestSettings) -> [String] {
    let found = Mutex<[String]>([])
    let read = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let format: TextFormat = files[index].pathExtension == "md" ? .markdown : .plainText
      guard let content = try? Data(contentsOf: files[index]),
        let file = try? Reader.ingest(Array(content), format: format, settings: settings)
      else { return }
      read.withLock { $0 += 1 }
      if let fault = fault(in: file, settings) {
        found.withLock { $0.append("\(files[index].lastPathComponent): \(fault)") }
      }
    }
    let count = read.withLock { $0 }
    return found.withLock { $0 } + (count * 100 < files.count * 99 ? ["\(count) read"] : [])
  }

  @Test("the sample corpus and the seeds, under all settings", arguments: settings)
  func reports(_ settings: IngestSettings) {
    var files = TestFiles.files(under: TestFiles.sample)
    if let shared = TestFiles.shared {
      files += TestFiles.files(under: shared.appending(path: "seeds"))
    }
    #expect(Self.faults(in: files, settings).isEmpty)
  }

  @Test(
    "every file of the mixed languages",
    .enabled(if: TestFiles.shared != nil, "../shared is absent"))
  func mixedLanguages() throws {
    let archive = try #require(try UnpackedArchive("mixed-languages"))
    let files = TestFiles.files(under: archive.folder)
    #expect(files.count > 1_000)
    #expect(Self.faults(in: files, IngestSettings()) == [])
  }

  @Test("random characters of all Unicode", arguments: settings)
  func randomCharacters(_ settings: IngestSettings) throws {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x24F, 0x300...0x52F, 0x590...0x6FF, 0xE00...0x109F, 0x1100...0x11FF,
      0x1780...0x17FF, 0x1E00...0x20CF, 0x2100...0x2BFF, 0x2E80...0x33FF, 0x4E00...0x9FFF,
      0xA900...0xAAFF, 0xAC00...0xD7FF, 0xF900...0xFFEF, 0x1_0000...0x1_F9FF, 0x2_0000...0x2_FA1F,
      0xE_0000...0xE_01EF,
    ]
    for seed in UInt64(0)..<400 {
      var generator = SeededGenerator(seed: seed)
      let few = (0..<3).map { _ in ranges.randomElement(using: &generator)! }
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...300, using: &generator) {
        let range = few.randomElement(using: &generator)!
        let code = UInt32.random(in: range, using: &generator)
        if let scalar = Unicode.Scalar(code) { text.append(scalar) }
        if Int.random(in: 0..<6, using: &generator) == 0 {
          text.append(" 　\n1x".unicodeScalars.randomElement(using: &generator)!)
        }
      }
      let format: TextFormat = seed % 3 == 0 ? .markdown : .plainText
      let bytes = Array(String(text).utf8)
      guard let file = try? Reader.ingest(bytes, format: format, settings: settings) else {
        continue
      }
      let fault = Self.fault(in: file, settings)
      #expect(fault == nil, "seed \(seed)")
    }
  }

  @Test("random bytes, whatever they are taken for")
  func randomBytes() {
    let formats: [TextFormat] = [.plainText, .markdown, .html, .docx, .odt, .epub]
    let encodings = [nil, "GB18030", "Big5", "Shift_JIS", "EUC-KR", "UTF-16LE", "windows-1252"]
    var read = 0
    for seed in UInt64(0)..<3_000 {
      var generator = SeededGenerator(seed: seed)
      let limit = [0x80, 0x100].randomElement(using: &generator)!
      let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
        UInt8(Int.random(in: 1..<limit, using: &generator))
      }
      var settings = Self.settings[Int(seed % 4)]
      settings.encoding = encodings.randomElement(using: &generator)!
      let format = formats[Int(seed) % formats.count]
      guard let file = try? Reader.ingest(bytes, format: format, settings: settings) else {
        continue
      }
      read += 1
      let fault = Self.fault(in: file, settings)
      #expect(fault == nil, "seed \(seed)")
    }
    #expect(read > 500)
  }
}
