internal import Glibc

/// Programs that convert documents and pictures, where they are installed.
package enum Converter: Hashable, Sendable {
  case pdftotext
  case libreOffice
  case rsvgConvert

  /// What it is called, the name that is tried first first.
  package var programs: [String] {
    switch self {
    case .pdftotext: ["pdftotext"]
    case .libreOffice: ["soffice", "libreoffice"]
    case .rsvgConvert: ["rsvg-convert"]
    }
  }

  /// How long it may take for one document or picture.
  package var seconds: Int {
    switch self {
    case .pdftotext, .rsvgConvert: 60
    case .libreOffice: 120
    }
  }

  /// Where it is, with size and time: what another one made need not be what this one makes. Nil where it is not
  /// installed.
  package var stamp: String? {
    var status = stat()
    guard let path = ExternalProgram.find(programs), stat(path, &status) == 0 else { return nil }
    return "\(path) \(status.st_size) \(status.st_mtim.tv_sec)"
  }

  /// Whether it takes hundreds of megabytes.
  var isLarge: Bool { self == .libreOffice }

  /// Bytes of address space that it may have.
  var memory: Int {
    switch self {
    case .pdftotext, .rsvgConvert: 4 << 30
    case .libreOffice: 16 << 30
    }
  }
}
