internal import Evaluation

/// A folder of documents with known stock phrases, and an audit of them.
enum StockInputs {
  /// Whether `folder` is such a folder.
  static func isTruth(_ folder: String) -> Bool { SmallFile.exists("\(folder)/families.tsv") }

  /// Measures the report at `path` against the truth in `folder`.
  ///
  /// - Throws: `CommandFailure` with the file and the place of what cannot be read.
  static func evaluate(folder: String, report path: String) throws(CommandFailure)
    -> StockEvaluation
  {
    let gold = "\(folder)/gold.tsv"
    let truth = StockTruth(
      places: try EvaluationFile.parsed(gold) { content throws(FormatError) in
        try StockTruth.places(content)
      },
      canonical: try EvaluationFile.parsed("\(folder)/families.tsv") {
        content throws(FormatError) in try StockTruth.canonical(content)
      })
    let result = try EvaluationFile.parsed(path) { content throws(FormatError) in
      try StockResult(JSONField(try JSONParser.parse(content)))
    }
    var texts: [String: CodePoints] = [:]
    for name in result.documents {
      texts[name] = try EvaluationFile.text("\(folder)/docs/\(name)")
    }
    return try EvaluationFile.naming(path) { () throws(FormatError) in
      try StockEvaluation(result, texts: texts, truth: truth)
    }
  }
}
