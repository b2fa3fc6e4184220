internal import PhraseMining
internal import ShingleEngine

/// What a page needs of single documents and phrases only: texts and places, cut into parts of about equal
/// size, so that a reader's browser reads no more than what is looked at.
///
/// Spans, sentences and places are flat lists of numbers, as Assets/parts.js reads them.
struct PageParts: Sendable {
  private let report: AuditReport
  private let form: PageForm
  /// The documents of the first parts.
  let documents: [Range<Int>]
  /// The families of those after them.
  let families: [Range<Int>]
  private let groups: [Int: [Int]]

  /// About how many bytes a part has.
  private static let partSize = 256_000
  /// About how many bytes a place takes.
  static let placeSize = 28
  private static let spanSize = 26
  private static let contextSize = 300
  /// About how many bytes a family takes beside its places.
  static let familySize = 400

  init(_ report: AuditReport, form: PageForm) {
    self.report = report
    self.form = form
    documents = form == .shortened ? [] : Self.cut(report.documents.map(Self.size))
    let contexts = Self.contexts(report, in: form)
    let places = Self.places(in: form)
    families = Self.cut(
      report.families.prefix(Self.families(in: form)).map {
        min($0.places.count, places) * Self.placeSize + min($0.places.count, contexts)
          * Self.contextSize
      })
    groups = Dictionary(grouping: report.pairs.indices) { report.pairs[$0].left }
  }

  var count: Int { documents.count + families.count }

  /// The most families that a page of this form lists.
  static func families(in form: PageForm) -> Int { form == .shortened ? 2_000 : .max }

  /// The most places of each that it lists.
  static func places(in form: PageForm) -> Int { form == .shortened ? 20 : .max }

  /// The places whose texts stand with them: a page that is whole has them in its documents, a report
  /// without texts nowhere.
  private static func contexts(_ report: AuditReport, in form: PageForm) -> Int {
    guard report.holdsTexts else { return 0 }
    return switch form {
    case .whole: 0
    case .folder: 300
    case .shortened: 20
    }
  }

  /// About how many bytes `document` takes.
  static func size(of document: DocumentReport) -> Int {
    document.byteRange.count + (document.spans.count + document.sentences.count) * spanSize
  }

  /// Neighbours joined until they have the size of a part.
  private static func cut(_ sizes: [Int]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var size = 0
    for (index, next) in sizes.enumerated() {
      size += next
      guard size >= partSize || index == sizes.count - 1 else { continue }
      parts.append(start..<index + 1)
      start = index + 1
      size = 0
    }
    return parts
  }

  /// Renders all parts on all cores and hands them out in order, a few of them in memory at a time.
  func render(to sink: (Int, [UInt8]) throws -> Void) rethrows {
    let batch = 16
    let workers = Workers(count: ThreadPool.processors)
    for start in stride(from: 0, to: count, by: batch) {
      let parts = workers.map(min(batch, count - start)) { render(start + $0) }
      for (index, part) in parts.enumerated() { try sink(start + index, part) }
    }
  }

  /// JSON that can stand in a script element.
  private func render(_ part: Int) -> [UInt8] {
    var json = JSONWriter(escapesMarkup: true)
    json.object {
      $0.array("documents", part < documents.count ? documents[part] : 0..<0) { json, index in
        json.newline()
        json.object { write(document: index, to: &$0) }
      }
      let family = part - documents.count
      $0.array("families", family >= 0 ? families[family] : 0..<0) { json, index in
        json.newline()
        json.object { write(family: index, to: &$0) }
      }
    }
    return json.bytes
  }

  private func write(document index: Int, to json: inout JSONWriter) {
    let document = report.documents[index]
    json.field("index", index)
    json.documentText(document, file: report.files[document.file])
    json.array("slots", document.slots) { json, slot in
      json.value(Int(slot.lowerBound))
      json.value(Int(slot.upperBound))
    }
    json.documentSentences(document)
    json.documentSections(document)
    json.stretches(document)
    json.array("passages", groups[index] ?? []) { json, pair in
      for passage in report.pairs[pair].passages {
        json.value(report.pairs[pair].right)
        json.value(passage.left.lowerBound)
        json.value(passage.left.upperBound)
        json.value(passage.right.lowerBound)
        json.value(passage.right.upperBound)
        json.value(passage.similarity)
      }
    }
  }

  private func write(family index: Int, to json: inout JSONWriter) {
    let family = report.families[index]
    json.field("index", index)
    json.array("places", family.places.prefix(Self.places(in: form))) { json, place in
      json.value(Int(place.document))
      json.value(Int(place.start))
      json.value(Int(place.end))
      json.value(Int(place.variant))
      json.value(Int(place.line))
      json.value(Int(place.column))
    }
    json.array("contexts", family.places.prefix(Self.contexts(report, in: form))) { json, place in
      PlaceContext(place, in: report).write(to: &json)
    }
  }
}
