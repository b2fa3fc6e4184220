internal import PhraseReport

/// The indices of findings by the files of drafts that they stand in.
struct FindingsByFile {
  private(set) var byFile: [Int: [Int]] = [:]

  init(_ findings: [Finding], of drafts: Corpus) {
    for (index, finding) in findings.enumerated() {
      guard let document = finding.document else { continue }
      byFile[drafts.documents[document].file, default: []].append(index)
    }
  }
}
