import Foundation
import Synchronization
import TestSupport
import Testing
import TextIngest

/// D1 on all texts there are: ranges in order, no overlap, no character cut, the bytes give the token back;
/// and the tokens can be made again from what an index keeps.
@Suite("D1 on real and random text")
struct TokenPropertyTests {
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
      if let fault = TokenTwin.fault(in: file, settings) {
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
      let fault = TokenTwin.fault(in: file, settings)
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
      let fault = TokenTwin.fault(in: file, settings)
      #expect(fault == nil, "seed \(seed)")
    }
    #expect(read > 500)
  }
}
