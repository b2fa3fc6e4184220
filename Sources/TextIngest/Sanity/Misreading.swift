/// A way to decode a text wrongly.
enum Misreading: CaseIterable {
  /// UTF-8 (or, for windows-1252, whatever) that was taken for this encoding.
  case gb18030, shiftJIS, windows1252

  /// Text that was misread.
  struct Proof {
    /// What it is in truth.
    var truth: TextEncoding
    var misreading: Misreading
    var characters: Int
    var firstOffset: Int
  }

  fileprivate var name: String {
    switch self {
    case .gb18030: TextEncoding.gb18030.name
    case .shiftJIS: TextEncoding.shiftJIS.name
    case .windows1252: TextEncoding.windows1252.name
    }
  }

  private var codes: ReverseCodes {
    switch self {
    case .gb18030: .gb18030
    case .shiftJIS: .shiftJIS
    case .windows1252: .windows1252
    }
  }

  /// Decodes `runs` of `text` backwards; nil where they are what they seem to be.
  func proof(in text: UTF8Text, _ runs: [Range<Int>]) -> Proof? {
    let codes = codes
    var characters = 0
    var firstOffset: Int?
    var rest: [UInt8] = []
    for run in runs {
      let bytes = bytes(of: run, in: text, codes)
      let found = EncodingSample.utf8Characters(bytes)
      if found.characters > 0, found.bytes * 4 >= bytes.count * 3 {
        characters += found.characters
        firstOffset = firstOffset ?? run.lowerBound
      } else if rest.count < 4_096, isVaried(bytes) {
        rest += bytes + [0x0A]
      }
    }
    if characters >= 3, let firstOffset {
      return Proof(
        truth: .utf8, misreading: self, characters: characters, firstOffset: firstOffset)
    }
    return self == .windows1252 ? legacyProof(rest, runs) : nil
  }

  private func bytes(
    of run: Range<Int>, in text: UTF8Text, _ codes: ReverseCodes
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var offset = run.lowerBound
    while offset < run.upperBound {
      let (scalar, length) = text.decode(offset)
      offset += length
      _ = codes.append(scalar, to: &bytes)
    }
    return bytes
  }

  /// Whether a run is more than a row of dots or dashes.
  private func isVaried(_ bytes: [UInt8]) -> Bool { bytes.count >= 6 && Set(bytes).count >= 4 }

  /// Whether bytes that were read as windows-1252 are text in an encoding of East Asia.
  private func legacyProof(_ bytes: [UInt8], _ runs: [Range<Int>]) -> Proof? {
    guard bytes.count >= 12, let truth = EncodingDetector.eastAsian(bytes) else { return nil }
    return Proof(
      truth: truth, misreading: self, characters: bytes.count / 2,
      firstOffset: runs.first?.lowerBound ?? 0)
  }
}

extension Misreading.Proof {
  /// The warning.
  var text: String {
    "\(characters) characters from byte offset \(firstOffset) on look like \(truth.name) that was "
      + "decoded as \(misreading.name); get the original, or convert it back"
  }
}
