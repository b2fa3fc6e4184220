/// What `pdftotext` writes, looked at for what went wrong.
enum PDFOutput {
  /// `output` as XML: what fonts have for characters and XML has no place for is replaced.
  static func xml(_ output: [UInt8]) -> [UInt8] {
    func isControl(_ byte: UInt8) -> Bool {
      byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09
    }
    var xml = output
    // Hardly any output has one of these, and there is far more of it than of text.
    var controls = 0
    var leads = 0
    for byte in output {
      controls &+= isControl(byte) ? 1 : 0
      leads &+= byte == 0xEF ? 1 : 0
    }
    if controls > 0 { xml = xml.map { isControl($0) ? 0x20 : $0 } }
    if (try? UTF8Span(validating: xml.span)) == nil {
      xml = Array(String(decoding: xml, as: UTF8.self).utf8)
      leads = 1
    }
    if leads == 0 { return xml }
    // U+FFFE and U+FFFF, by their last byte, become U+FFFD.
    for index in xml.indices.dropFirst(2)
    where xml[index] >= 0xBE && xml[index - 1] == 0xBF && xml[index - 2] == 0xEF {
      xml[index] = 0xBD
    }
    return xml
  }

  /// The first fault of the document that the program names, in its words.
  static func complaint(_ errors: String) -> String? {
    let line = errors.split(whereSeparator: \.isNewline).first { $0.contains("Error") }
    guard let line else { return nil }
    let words = line.drop { $0 != ":" }.dropFirst().drop { $0 == " " }
    return String(
      words.filter { !$0.isNewline && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }.prefix(
        200))
  }

  /// The tables that the program lacks: without them it leaves characters out, and says nothing but this.
  static func missingData(_ errors: String) -> String? {
    guard let found = errors.firstRange(of: "Missing language pack for '") else { return nil }
    return String(errors[found.upperBound...].prefix { $0 != "'" && !$0.isNewline })
  }

  /// Whether more than a fiftieth of the characters of `text` has no meaning in Unicode.
  static func hasUnmappedCharacters(_ text: [UInt8]) -> Bool {
    var characters = 0
    var unmapped = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value > 0x20 {
      characters += 1
      if scalar.value == 0xFFFD || (0xE000...0xF8FF).contains(scalar.value) { unmapped += 1 }
    }
    return unmapped * 50 > characters
  }
}
