internal import Evaluation
internal import TextIngest

/// A folder of labelled pairs, and what was found in them.
struct PassageInputs {
  private let folder: String
  private(set) var truth: PassageTruth
  /// What was found, in code points, where the tool says it is.
  private(set) var detections: [AlignedSpans] = []
  /// The pairs that the result speaks of.
  private(set) var pairs: [DocumentPair] = []

  /// Reads the truth in `folder` and the result at `path`.
  ///
  /// - Throws: `CommandFailure` with the file and the place of what cannot be read.
  init(folder: String, result path: String) throws(CommandFailure) {
    self.folder = folder
    truth = try Self.truth(in: folder)
    if EvaluationFile.isFolder(path) {
      try readPAN(path)
    } else {
      let result = try EvaluationFile.parsed(path) { content throws(FormatError) in
        try PassageResult(content)
      }
      for comparison in result.comparisons { try append(comparison, of: path) }
    }
  }

  private static func truth(in folder: String) throws(CommandFailure) -> PassageTruth {
    var truth = PassageTruth(cases: [])
    if SmallFile.exists("\(folder)/gold.tsv") {
      truth = try EvaluationFile.parsed("\(folder)/gold.tsv") { content throws(FormatError) in
        try PassageTruth(gold: content)
      }
    } else {
      let files = panFiles(in: folder)
      if files.isEmpty { throw .noTruth(folder) }
      for file in files {
        let document = try EvaluationFile.parsed(file.path) { content throws(FormatError) in
          try PANDocument(content, role: .truth)
        }
        truth.cases += document.passages.map { PassageCase(category: file.category, spans: $0) }
      }
    }
    for list in ["\(folder)/pairs", "\(folder)/../pairs"] where SmallFile.exists(list) {
      truth.pairs = try EvaluationFile.parsed(list) { content throws(FormatError) in
        try PassageTruth.pairs(content)
      }
      break
    }
    return truth
  }

  /// The XML files of `folder`, and of the folders in it, which name a category each.
  private static func panFiles(in folder: String) -> [(path: String, category: String)] {
    func files(_ folder: String, _ category: String) -> [(path: String, category: String)] {
      EvaluationFile.names(in: folder, .file).filter { $0.hasSuffix(".xml") }
        .map { ("\(folder)/\($0)", category) }
    }
    return files(folder, "passages")
      + EvaluationFile.names(in: folder, .folder).flatMap { files("\(folder)/\($0)", $0) }
  }

  private mutating func readPAN(_ path: String) throws(CommandFailure) {
    let files = Self.panFiles(in: path)
    if files.isEmpty { throw .unreadable(path: path, reason: "has no .xml file") }
    for file in files {
      let document = try EvaluationFile.parsed(file.path) { content throws(FormatError) in
        try PANDocument(content, role: .result)
      }
      detections += document.passages
    }
  }

  private mutating func append(
    _ comparison: PassageResult.Comparison, of path: String
  ) throws(CommandFailure) {
    let pair = comparison.pair
    pairs.append(pair)
    if comparison.passages.isEmpty { return }
    let left = try text(pair.suspicious, in: "susp")
    let right = try text(pair.source, in: "src")
    for passage in comparison.passages {
      guard let left = left.range(ofBytes: passage.left),
        let right = right.range(ofBytes: passage.right)
      else {
        throw .malformed(
          file: path,
          problem: FormatError(
            .field("\(pair.suspicious) and \(pair.source)"),
            expected: "offsets between characters of these documents",
            found: "\(EvaluationFile.text(passage.left)) and \(EvaluationFile.text(passage.right))")
        )
      }
      detections.append(AlignedSpans(pair: pair, left: left, right: right))
    }
  }

  /// The detections at the copies that the truth names.
  ///
  /// - Throws: `CommandFailure.unreadable` where a source cannot be read.
  func moved() throws(CommandFailure) -> [AlignedSpans] {
    let cases = Dictionary(grouping: truth.cases.map(\.spans), by: \.pair)
    var moved: [AlignedSpans] = []
    for detection in detections {
      // The source is read for the few detections that something could move.
      let near = (cases[detection.pair] ?? []).filter { $0.left.overlaps(detection.left) }
      if near.allSatisfy({ $0.right.overlaps(detection.right) }) {
        moved.append(detection)
        continue
      }
      let source = try text(detection.pair.source, in: "src")
      moved.append(CopyPlacement.moved(detection, cases: near, source: source))
    }
    return moved
  }

  /// The text of a document, which stands in the truth's folder or beside it.
  private func text(_ name: String, in part: String) throws(CommandFailure) -> CodePoints {
    let beside = "\(folder)/../\(part)/\(name)"
    let path = "\(folder)/\(part)/\(name)"
    return try EvaluationFile.text(
      !SmallFile.exists(path) && SmallFile.exists(beside) ? beside : path)
  }

  /// Writes the detections into `folder` as PAN files, one for each pair of the result.
  ///
  /// - Throws: `CommandFailure` where a file cannot be written; then none is.
  func writePAN(to folder: String) throws {
    let passages = Dictionary(grouping: detections, by: \.pair)
    var seen = Set<DocumentPair>()
    let all = (pairs + detections.map(\.pair)).filter { seen.insert($0).inserted }
    try ReportWriter.write(
      all.map { pair in
        ReportWriter.Report(path: "\(folder)/\(PANDocument.fileName(of: pair))") { sink in
          try sink(PANDocument.render(passages[pair] ?? [], of: pair))
        }
      })
  }
}
