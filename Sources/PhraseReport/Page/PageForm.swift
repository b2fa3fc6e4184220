/// Where a page has the texts of its documents and the places of its phrases.
package enum PageForm: Hashable, Sendable {
  /// In itself: one file.
  case whole
  /// In script files of the folder of this name beside it, which the page loads when it needs them.
  case folder(String)
  /// Nowhere: the page holds the catalogue, of each phrase the first places in context, and numbers. For
  /// large reports that go where no folder can stand, such as standard output.
  case shortened

  /// More documents, or a page of more bytes, do not go into one file.
  private static let documents = 300
  private static let bytes = 20_000_000

  /// The form of a page that is one file.
  static func ofOneFile(_ report: AuditReport) -> PageForm {
    report.holdsTexts && fitsOneFile(report) ? .whole : .shortened
  }

  /// Whether the page of `report` goes into one file. O(documents + families).
  package static func fitsOneFile(_ report: AuditReport) -> Bool {
    guard report.holdsTexts else { return true }
    guard report.documents.count <= documents else { return false }
    let texts = report.documents.reduce(0) { $0 + PageParts.size(of: $1) }
    let places = report.families.reduce(0) {
      $0 + PageParts.familySize + $1.places.count * PageParts.placeSize
    }
    return texts + places <= bytes
  }

  /// What the script knows it by.
  var name: String {
    switch self {
    case .whole: "whole"
    case .folder: "folder"
    case .shortened: "shortened"
    }
  }
}
