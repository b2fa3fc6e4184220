/// What several views ask of a finding.
extension CheckReport {
  /// The bytes that `finding` stands in; empty where it is of a whole file.
  func text(of finding: Finding) -> String {
    guard let document = finding.document else { return "" }
    let content = files[documents[document].file].content
    return String(decoding: content[finding.start..<finding.end], as: UTF8.self)
  }

  /// Whether the offsets of `finding` are those of the file's own bytes, not of text extracted from it.
  func hasBytesOfFile(_ finding: Finding) -> Bool {
    finding.document.map { !files[documents[$0].file].source.isExtracted } ?? false
  }
}
