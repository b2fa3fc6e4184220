internal import PhraseMining

/// The parts that an audit and a check have in common, as fields of the object that is open.
extension JSONWriter {
  /// `schema` and `tool`.
  package mutating func head(schema: String) {
    newline()
    field("schema", schema)
    newline()
    object("tool") {
      $0.field("name", Tool.name)
      $0.field("version", Tool.version)
    }
  }

  /// `settings`: what changes the answer.
  mutating func settings(_ settings: ReportSettings) {
    object("settings") {
      $0.lengths("shingleLength", settings.shingleLength)
      $0.field("minimumDocuments", settings.minimumDocuments)
      $0.field("minimumDocumentsIsDefault", settings.minimumDocumentsIsDefault)
      $0.lengths("borrowedLength", settings.borrowedLength)
      $0.lengths("sharedLength", settings.sharedLength)
      $0.field("groupsNearDuplicates", settings.groupsNearDuplicates)
      $0.field("splitsCompilations", settings.splitsCompilations)
      $0.field("fullCurve", settings.fullCurve)
      $0.field("findsVariants", settings.findsVariants)
      $0.field("countBy", ifKnown: settings.countBy)
      $0.field("splitAt", ifKnown: settings.splitAt)
      $0.field("metadataEntries", settings.metadataEntries)
      $0.field("allowEntries", settings.allowEntries)
      $0.field("date", ifKnown: settings.date)
      $0.field("arguments", settings.arguments)
    }
  }

  /// `classes`: tokens by class, the gravest first.
  mutating func classes(_ counts: ClassCounts) {
    // At once: each sentence has them.
    row(capacity: 160) { row in
      row.literal("\"classes\":{\"allowed\":")
      row.number(counts[.allowed])
      row.literal(",\"stock\":")
      row.number(counts[.stock])
      row.literal(",\"borrowed\":")
      row.number(counts[.borrowed])
      row.literal(",\"shared\":")
      row.number(counts[.shared])
      row.literal(",\"repeated\":")
      row.number(counts[.repeated])
      row.literal(",\"original\":")
      row.number(counts[.original])
      row.literal("}")
    }
  }

  /// `stockByKind`: stock tokens by the kind of their family.
  mutating func stockByKind(_ counts: KindCounts) {
    object("stockByKind") {
      $0.field("formula", counts[.formula])
      $0.field("term", counts[.term])
      $0.field("title", counts[.title])
      $0.field("quotation", counts[.quotation])
    }
  }

  /// A share: tokens, and of how many.
  mutating func share(_ name: StaticString, _ tokens: Int, of denominator: Int) {
    object(name) {
      $0.field("tokens", tokens)
      $0.field("of", denominator)
      $0.field("share", denominator == 0 ? 0 : Double(tokens) / Double(denominator))
    }
  }

  /// `skipped`: files that were not read, and why.
  mutating func skipped(_ files: [SkippedFile]) {
    array("skipped", files) { json, file in
      json.object {
        $0.field("path", file.path)
        $0.field("reason", file.reason)
        $0.field("failure", file.isFailure)
      }
    }
  }

  private mutating func lengths(_ name: StaticString, _ lengths: ScriptLengths) {
    object(name) {
      $0.field("unspaced", lengths.unspaced)
      $0.field("spaced", lengths.spaced)
    }
  }
}
