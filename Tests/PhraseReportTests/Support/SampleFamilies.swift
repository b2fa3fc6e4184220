import PhraseMining
import PhraseReport

/// The families of the sample: their places come from the marks in the texts.
enum SampleFamilies {
  private struct Outline {
    var kind = PhraseKind.formula
    var isSure = true
    var template: String
  }

  private static let outlines = [
    Outline(template: "较好{地|}完成了全年各项目标任务"),
    Outline(template: "坚持稳中求进、勤俭办事"),
    Outline(isSure: false, template: "聚焦群众急难愁盼问题"),
    Outline(template: "会议通过了{slot}项决定"),
    Outline(kind: .title, template: "《青溪镇三年水利规划》"),
  ]

  static func families(in parts: [SamplePart]) -> [FamilyReport] {
    outlines.indices.map { family(at: $0, in: parts) }
  }

  private static func family(at index: Int, in parts: [SamplePart]) -> FamilyReport {
    let runs = parts.enumerated().flatMap { document, part in
      part.runs.filter { $0.label == "\(index)" }.map { (document: document, run: $0) }
    }
    var variants: [VariantReport] = []
    var places: [PlaceReport] = []
    for (document, run) in runs {
      let text = run.text.filter { !("0"..."9").contains($0) || index != 3 }
      let variant = variants.firstIndex { $0.text == text } ?? variants.count
      if variant == variants.count {
        variants.append(VariantReport(text: text, documents: 0, occurrences: 0))
      }
      variants[variant].documents += 1
      variants[variant].occurrences += 1
      places.append(
        PlaceReport(
          document: Int32(document), start: UInt32(run.start), end: UInt32(run.end),
          line: UInt32(run.line), column: UInt32(run.column), variant: Int32(variant),
          similarity: 1))
    }
    return FamilyReport(
      id: "00000000000000a\(index)", kind: outlines[index].kind,
      kindIsSure: outlines[index].isSure, canonical: runs[0].run.text,
      template: outlines[index].template, tokens: runs[0].run.tokens,
      documents: Set(runs.map(\.document)).count, occurrences: runs.count,
      nested: index == 3 ? 1 : 0, variants: variants, places: places)
  }
}
