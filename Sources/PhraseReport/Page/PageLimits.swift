/// How much of a large report the page holds; the rest is in the JSON, and the page says so.
struct PageLimits {
  /// Above this number of documents the page holds no texts.
  static let documents = 300

  /// Whether the report is above the limit.
  let isLimited: Bool
  /// The most families and places of each, for a limited page.
  let families: Int
  let places: Int

  init(for report: AuditReport) {
    isLimited = report.documents.count > Self.documents
    families = isLimited ? 2000 : .max
    places = isLimited ? 20 : .max
  }
}
