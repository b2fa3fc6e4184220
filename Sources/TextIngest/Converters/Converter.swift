/// Programs that convert documents, where they are installed.
package enum Converter: Hashable, Sendable {
  case pdftotext
  case libreOffice

  /// What it is called, the name that is tried first first.
  package var programs: [String] {
    switch self {
    case .pdftotext: ["pdftotext"]
    case .libreOffice: ["soffice", "libreoffice"]
    }
  }

  /// How long it may take for one document.
  package var seconds: Int {
    switch self {
    case .pdftotext: 60
    case .libreOffice: 120
    }
  }

  /// Bytes of address space that it may have.
  var memory: Int {
    switch self {
    case .pdftotext: 4 << 30
    case .libreOffice: 16 << 30
    }
  }
}
