import Foundation
import TestSupport
import Testing

@testable import TextIngest

@Suite("Encodings")
struct EncodingTests {
  /// The bytes that Python's codec makes of each of `texts`. What it has no code for is left out:
  /// `expected` is what is left, as UTF-8.
  static func encoded(
    _ texts: [String], codec: String
  ) throws -> [(bytes: [UInt8], expected: [UInt8])] {
    let listing = try PythonRun.output(
      """
      import sys
      for text in sys.stdin.buffer.read().decode().split("\\0"):
          data = text.encode("\(codec)", "ignore")
          print(data.hex(), data.decode("\(codec)").encode().hex(), sep=",")
      """, input: Array(texts.joined(separator: "\0").utf8))
    return listing.split(separator: 0x0A).map { line in
      let fields = line.split(separator: 0x2C, omittingEmptySubsequences: false).map(
        bytes(ofHexadecimal:))
      return (fields[0], fields[1])
    }
  }

  /// The bytes that are written as hexadecimal digits.
  private static func bytes(ofHexadecimal digits: ArraySlice<UInt8>) -> [UInt8] {
    let values = digits.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  /// All two-byte and four-byte codes that Python's codec has, a line each, and their text.
  static func codes(_ codec: String, prefix: String = "") throws -> (bytes: [UInt8], text: [UInt8])
  {
    func listing(_ write: String) -> String {
      """
      import sys
      def codes():
          for lead in range(0x81, 0xff):
              for trail in range(0x30, 0xff):
                  yield b"\(prefix)" + bytes([lead, trail])
          if "\(codec)" == "gb18030":
              for number in range(0, 50400, 7):
                  high, low = divmod(number, 1260)
                  yield bytes([0x81 + high // 10, 0x30 + high % 10, 0x81 + low // 10, 0x30 + low % 10])
      for code in codes():
          try: text = code.decode("\(codec)")
          except UnicodeDecodeError: continue
          if len(text) > 1 or 0xE766 <= ord(text) < 0xF900: continue
          sys.stdout.buffer.write(\(write) + b"\\n")
      """
    }
    return try (
      PythonRun.output(listing("code"), input: []),
      PythonRun.output(listing("text.encode()"), input: [])
    )
  }

  static let sets: [(name: String, codec: String, prefix: String)] = [
    ("GB18030", "gb18030", ""), ("Shift_JIS", "cp932", ""), ("EUC-JP", "euc_jp", ""),
    ("EUC-JP", "euc_jp", "\\x8f"), ("EUC-KR", "cp949", ""),
  ]

  @Test("every code is the character that Python's codec has", arguments: sets)
  func tables(_ set: (name: String, codec: String, prefix: String)) throws {
    let (bytes, text) = try Self.codes(set.codec, prefix: set.prefix)
    #expect(bytes.count > 10_000)
    let lines = try TextDecoder.decode(bytes, encoding: set.name).utf8.split(separator: 0x0A)
    let expected = text.split(separator: 0x0A)
    #expect(lines.count == expected.count)
    let differing = zip(lines, expected).filter { $0 != $1 }
      .map { String(decoding: $0 + [0x20] + $1, as: UTF8.self) }
    // Signs that code page 932 and JIS take for different characters of Unicode.
    let known = set.codec == "euc_jp" ? ["～ 〜", "∥ ‖", "－ −", "￠ ¢", "￡ £", "￢ ¬"] : []
    #expect(differing.filter { !known.contains($0) } == [])
  }
}

@Suite("Encodings are told from the bytes")
struct EncodingDetectionTests {
  static let samples: [(text: String, name: String, codec: String)] = [
    (LanguageSamples.traditionalChinese, "Big5", "cp950"),
    (LanguageSamples.japanese, "Shift_JIS", "cp932"),
    (LanguageSamples.japanese, "EUC-JP", "euc_jp"),
    (LanguageSamples.korean, "EUC-KR", "cp949"),
    (LanguageSamples.french, "windows-1252", "cp1252"),
    (LanguageSamples.spanish, "windows-1252", "cp1252"),
    (LanguageSamples.german, "windows-1252", "cp1252"),
    (LanguageSamples.traditionalChinese, "UTF-16LE", "utf-16-le"),
    (LanguageSamples.japanese, "UTF-16BE", "utf-16-be"),
    (LanguageSamples.korean, "UTF-16LE", "utf-16-le"),
    (LanguageSamples.french, "UTF-16BE", "utf-16-be"),
    ("\u{FEFF}" + LanguageSamples.japanese, "UTF-16LE", "utf-16-le"),
    ("\u{FEFF}" + LanguageSamples.german, "UTF-16BE", "utf-16-be"),
    ("\u{FEFF}工", "UTF-16BE", "utf-16-be"),
  ]

  @Test("whole texts, and each of their lines", arguments: samples)
  func languages(_ sample: (text: String, name: String, codec: String)) throws {
    let isMarked = sample.text.hasPrefix("\u{FEFF}")
    let lines = isMarked ? [] : sample.text.split(separator: "\n").map { String($0) }
    let texts = [sample.text] + lines
    for (text, (bytes, _)) in zip(texts, try EncodingTests.encoded(texts, codec: sample.codec)) {
      // A line without any accent is UTF-8 as well.
      if bytes.allSatisfy({ $0 > 0 && $0 < 0x80 }) { continue }
      let decoded = try TextDecoder.decode(bytes)
      #expect(decoded.encoding == sample.name, "\(text)")
      #expect(decoded.isDecoded)
      let expected = isMarked ? String(text.unicodeScalars.dropFirst()) : text
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == expected)
    }
  }

  static let chinese: [(name: String, codec: String)] = [
    ("GB18030", "gb18030"), ("GB18030", "gbk"), ("UTF-16LE", "utf-16-le"),
    ("UTF-16BE", "utf-16-be"),
  ]

  @Test("the reports of the sample corpus have the same tokens in each", arguments: chinese)
  func sampleCorpus(_ encoding: (name: String, codec: String)) throws {
    let files = TestFiles.files(under: TestFiles.sample).filter { $0.path.contains("/20") }
    let chinese = files.filter { !$0.path.contains("harbour") }
    #expect(chinese.count == 16)
    let texts = try chinese.map { try String(contentsOf: $0, encoding: .utf8) }
    for (url, (bytes, expected)) in zip(
      chinese, try EncodingTests.encoded(texts, codec: encoding.codec))
    {
      let file = try Reader.ingest(bytes, format: .plainText)
      #expect(file.source.encoding == encoding.name, "\(url.lastPathComponent)")
      #expect(file.source.isExtracted)
      let plain = try Reader.ingest(expected, format: .plainText)
      #expect(plain.source.encoding == "UTF-8" && !plain.source.isExtracted)
      #expect(file.content == plain.content)
      #expect(file.tokens.values == plain.tokens.values)
      #expect(file.tokens.starts == plain.tokens.starts)
    }
  }

  @Test("a byte order mark of UTF-8 stays, so that offsets point into the file")
  func markOfUTF8() throws {
    let bytes = Array("\u{FEFF}工作报告".utf8)
    let decoded = try TextDecoder.decode(bytes)
    #expect(decoded == TextDecoder.Text(utf8: bytes, encoding: "UTF-8", isDecoded: false))
  }
}

@Suite("What cannot be decoded")
struct UndecodableTests {
  static let faults: [(bytes: [UInt8], name: String?, error: IngestError)] = [
    ([0x61, 0xFF, 0x61], nil, .undetected(offset: 1)),
    (Array("工作报告".utf8) + [0xFF, 0x61], nil, .undecodable(encoding: "UTF-8", offset: 12)),
    (Array("工作报告".utf8.dropLast()), nil, .undecodable(encoding: "UTF-8", offset: 9)),
    ([0xB9, 0xA4, 0xD7, 0xF7, 0xB1], "gbk", .undecodable(encoding: "GB18030", offset: 4)),
    ([0xB9, 0xA4, 0x81, 0x20], "GB18030", .undecodable(encoding: "GB18030", offset: 2)),
    ([0x81, 0x30, 0x81, 0x2F], "GB18030", .undecodable(encoding: "GB18030", offset: 0)),
    ([0x61, 0x81], "cp1252", .undecodable(encoding: "windows-1252", offset: 1)),
    ([0x2D, 0x4E, 0x00, 0xD8], "UTF-16LE", .undecodable(encoding: "UTF-16LE", offset: 2)),
    ([0xFF, 0xFE, 0x2D, 0x4E, 0x2D], nil, .undecodable(encoding: "UTF-16LE", offset: 4)),
    ([0x61, 0xA4], "euc-jp", .undecodable(encoding: "EUC-JP", offset: 1)),
    ([0x61], "klingon", .unknownEncoding("klingon")),
    ([0x61, 0x00, 0x00, 0x62], nil, .binary(offset: 1)),
    // Offsets are those of the file, not of what it was decoded to.
    ([0x2D, 0x4E, 0x00, 0x00, 0x2D, 0x4E], "UTF-16LE", .binary(offset: 2)),
    ([0xFE, 0xFF, 0x4E, 0x2D, 0x00, 0x00], nil, .binary(offset: 4)),
    ([0xE9, 0xE9, 0x00], "windows-1252", .binary(offset: 2)),
  ]

  @Test("is an error that names the encoding and the offset", arguments: faults)
  func error(_ fault: (bytes: [UInt8], name: String?, error: IngestError)) {
    #expect(throws: fault.error) { try TextDecoder.decode(fault.bytes, encoding: fault.name) }
  }

  @Test("random bytes are an error or valid UTF-8, whatever they are said to be")
  func randomBytes() throws {
    let names: [String?] =
      [nil, "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "GB18030", "UTF-16LE", "UTF-16BE", "KOI8-R"]
    for seed in UInt64(0)..<500 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for name in names {
        guard let text = try? TextDecoder.decode(bytes, encoding: name) else { continue }
        #expect(String(validating: text.utf8, as: UTF8.self) != nil, "seed \(seed), \(name ?? "")")
      }
    }
  }
}
