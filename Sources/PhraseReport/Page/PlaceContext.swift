/// A place with what stands around it, for a page that does not hold the texts themselves.
struct PlaceContext {
  private let document: DocumentReport
  private let content: [UInt8]
  private let place: Range<Int>

  /// Bytes of text on either side.
  private static let reach = 96

  init(_ place: PlaceReport, in report: AuditReport) {
    document = report.documents[Int(place.document)]
    content = report.files[document.file].content
    self.place = Int(place.start)..<Int(place.end)
  }

  /// An array: the text before, in and after the place, then that of each of its slots.
  func write(to json: inout JSONWriter) {
    let bounds = document.byteRange
    let start = max(bounds.lowerBound, place.lowerBound - Self.reach)
    let end = min(bounds.upperBound, place.upperBound + Self.reach)
    json.beginArray()
    json.value(utf8: content, in: UTF8Boundary.floor(start, in: content)..<place.lowerBound)
    json.value(utf8: content, in: place)
    json.value(
      utf8: content,
      in: place.upperBound..<max(place.upperBound, UTF8Boundary.floor(end, in: content)))
    for slot in slots { json.value(utf8: content, in: slot) }
    json.endArray()
  }

  /// The slots inside the place. O(log n + slots).
  private var slots: [Range<Int>] {
    let all = document.slots
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if Int(all[middle].lowerBound) < place.lowerBound { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { Int($0.upperBound) <= place.upperBound }
      .map { Int($0.lowerBound)..<Int($0.upperBound) }
  }
}
