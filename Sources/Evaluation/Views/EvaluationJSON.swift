internal import PhraseReport

/// Evaluations as JSON, schema `taohua.evaluate/1`; `kind` says what was measured.
package enum EvaluationJSON {
  /// The name of the schema.
  package static let schema = "taohua.evaluate/1"

  /// Passages, `kind` `passages`.
  ///
  /// - Parameter evaluation: the figures.
  /// - Returns: JSON in UTF-8, with a line end.
  package static func render(_ evaluation: PassageEvaluation) -> [UInt8] {
    document("passages") { json in
      json.array("categories", evaluation.categories) { json, category in
        json.object {
          $0.field("category", category.name)
          write(category.score, to: &$0)
        }
      }
      json.newline()
      json.object("overall") { write(evaluation.overall, to: &$0) }
      json.newline()
      json.field("pairsWithoutCases", evaluation.pairsWithoutCases)
      json.field("falseDetections", evaluation.falseDetections)
      json.field("ignoredDetections", evaluation.ignoredDetections)
    }
  }

  private static func write(_ score: PassageScore, to json: inout JSONWriter) {
    json.field("cases", score.cases)
    json.field("detectedCases", score.detectedCases)
    json.field("detections", score.detections)
    json.field("precision", score.precision)
    json.field("recall", score.recall)
    json.field("granularity", score.granularity)
    json.field("plagdet", score.plagdet)
    json.field("microPrecision", score.microPrecision)
    json.field("microRecall", score.microRecall)
    json.field("microPlagdet", score.microPlagdet)
  }

  /// Stock phrases, `kind` `phrases`.
  ///
  /// - Parameter evaluation: the figures.
  /// - Returns: JSON in UTF-8, with a line end.
  package static func render(_ evaluation: StockEvaluation) -> [UInt8] {
    document("phrases") { json in
      json.field("documents", evaluation.documents)
      json.field("families", evaluation.families)
      json.field("foundFamilies", evaluation.foundFamilies)
      json.newline()
      json.object("precision") { write(evaluation.precision, to: &$0) }
      json.object("recall") { write(evaluation.recall, to: &$0) }
      json.newline()
      json.array("variants", evaluation.variants) { json, variant in
        json.object {
          $0.field("variant", variant.name)
          write(variant.recall, to: &$0)
        }
      }
      json.newline()
      json.array("edits", evaluation.edits) { json, edit in
        json.object {
          $0.field("from", Double(edit.step) / 10)
          $0.field("to", Double(edit.step + 1) / 10)
          write(edit.recall, to: &$0)
        }
      }
      json.newline()
      json.object("clusters") { write(evaluation.clusters, to: &$0) }
      json.object("detectedClusters") { write(evaluation.detectedClusters, to: &$0) }
      json.newline()
      json.object("detected") { write(evaluation.detected, to: &$0) }
      json.object("boundaries") { write(evaluation.boundaries, to: &$0) }
    }
  }

  private static func write(_ share: StockEvaluation.Share, to json: inout JSONWriter) {
    json.field("ratio", share.ratio)
    json.field("part", share.part)
    json.field("whole", share.whole)
  }

  private static func write(_ score: ClusterScore, to json: inout JSONWriter) {
    json.field("precision", score.precision)
    json.field("recall", score.recall)
    json.field("f1", score.f1)
    json.field("pairPrecision", score.pairPrecision)
    json.field("pairRecall", score.pairRecall)
    json.field("pairF1", score.pairF1)
  }

  /// Coded sheets, `kind` `sheets`.
  ///
  /// - Parameters:
  ///   - evaluation: the figures.
  ///   - names: what the sheets are called.
  /// - Returns: JSON in UTF-8, with a line end.
  package static func render(_ evaluation: SheetEvaluation, names: [String]) -> [UInt8] {
    document("sheets") { json in
      json.array("coders", Array(zip(names, evaluation.coders))) { json, coder in
        json.object {
          $0.field("sheet", coder.0)
          write(coder.1, to: &$0)
        }
      }
      guard let agreement = evaluation.agreement else { return }
      json.newline()
      json.object("agreement") { write(agreement, to: &$0) }
    }
  }

  private static func write(_ coder: CoderEvaluation, to json: inout JSONWriter) {
    json.field("coded", coder.coded)
    json.field("uncoded", coder.uncoded)
    json.field("unknown", coder.unknown)
    json.object("agreement") { write(coder.agreement, to: &$0) }
    json.array("classes", coder.classes) { json, score in
      json.newline()
      json.object {
        $0.field("class", score.verdict.rawValue)
        $0.object("precision") { write(score.precision, to: &$0) }
        $0.object("recall") { write(score.recall, to: &$0) }
      }
    }
  }

  private static func write(_ proportion: Proportion, to json: inout JSONWriter) {
    json.key("ratio")
    if let ratio = proportion.ratio { json.value(ratio) } else { json.null() }
    json.field("part", proportion.part)
    json.field("whole", proportion.whole)
    json.array("interval", [proportion.interval.lowerBound, proportion.interval.upperBound]) {
      $0.value($1)
    }
  }

  private static func write(_ agreement: Agreement, to json: inout JSONWriter) {
    json.field("same", agreement.same)
    json.field("both", agreement.both)
    json.key("kappa")
    if let kappa = agreement.kappa { json.value(kappa) } else { json.null() }
  }

  private static func document(_ kind: String, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("schema", schema)
    json.object("tool") {
      $0.field("name", Tool.name)
      $0.field("version", Tool.version)
    }
    json.field("kind", kind)
    json.newline()
    body(&json)
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
