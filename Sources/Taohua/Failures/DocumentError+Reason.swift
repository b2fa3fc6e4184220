package import TextIngest

extension DocumentError {
  /// The reason in words, and what to do.
  var reason: String {
    switch self {
    case .otherContent(let format, let found): otherContent(format, found)
    case .encrypted: "is encrypted; save it without a password"
    case .damagedArchive:
      "is damaged: the archive that it is ends early or has no list of its members; "
        + "save it again, or copy it anew"
    case .damagedPart(let part):
      "is damaged: \(part) in it does not unpack; save it again, or copy it anew"
    case .missingPart(let part): "is damaged: \(part) is not in it; save it again"
    case .malformedXML(let part, let line, let column, let problem):
      "is damaged: \(part), line \(line), column \(column): \(problem); save it again"
    case .undecodablePart(let part, let encoding, let offset):
      "is damaged: \(part) is no text in \(encoding ?? "any encoding that can be told"): the byte at offset "
        + "\(offset) of it; save it again"
    case .declaresEntities(let part, let line):
      "is refused: \(part), line \(line), declares entities, which no word processor does; save it again"
    case .converterMissing(let converter):
      "cannot be read without \(converter.programs[0]), which is not installed: install \(converter.packages)"
    case .converterLacks(let converter, let data):
      "cannot be read in full: \(converter.programs[0]) lacks its tables for \(data); install poppler-data"
    case .converterFailed(let converter, let problem):
      "cannot be converted by \(converter.programs[0]): \(problem)"
    case .forbidsCopying: "forbids that its text is copied; save it without this restriction"
    case .noText(let pages):
      pages == 1
        ? "has no text on its one page: it is a picture, as of a scanner; run text recognition (OCR) over it"
        : "has no text on any of its \(pages) pages: they are pictures, as of a scanner; run text recognition (OCR) over it"
    case .overLimit(let limit): "is refused: it \(words(of: limit)); docs/formats.md has the limits"
    }
  }

  private func otherContent(_ format: TextFormat, _ found: FileSignature?) -> String {
    guard let found else {
      return
        "is no \(format.name) document by its content; save it again, or give it its own extension"
    }
    let rename = found.usualExtension.map { "rename it to .\($0), or " } ?? ""
    return "is called .\(format.name), and is \(found.words); \(rename)save it as .\(format.name)"
  }

  private func words(of limit: DocumentLimits.Reached) -> String {
    switch limit {
    case .bytes(let bytes): "has more than \(bytes >> 20) MiB of text or markup"
    case .members(let members): "has more than \(members) members"
    case .unpacked(let bytes): "unpacks to more than \(bytes >> 20) MiB"
    case .depth(let depth, let part):
      "nests more than \(depth) elements in one another" + (part.map { " (\($0))" } ?? "")
    case .parsing(let seconds): "takes more than \(seconds) s to parse"
    case .converting(let converter):
      "takes \(converter.programs[0]) more than \(converter.seconds) s to convert"
    case .converted(let converter): "is too large once \(converter.programs[0]) has converted it"
    case .treeMemory(let bytes): "takes more than \(bytes >> 20) MiB of memory to parse"
    }
  }
}

extension Converter {
  /// What to install on common systems.
  package var packages: String {
    switch self {
    case .pdftotext: "poppler-utils (apt, dnf) or poppler (brew)"
    case .rsvgConvert: "librsvg2-bin (apt), librsvg2-tools (dnf) or librsvg (brew)"
    case .libreOffice:
      "LibreOffice Writer (apt: libreoffice-writer-nogui, dnf: libreoffice-writer, brew: libreoffice), "
        + "or save it as .docx"
    }
  }
}

extension FileSignature {
  /// What the file is, with its article.
  fileprivate var words: String {
    switch self {
    case .docx: "a Word document (.docx)"
    case .odt: "an OpenDocument text (.odt)"
    case .epub: "a book (.epub)"
    case .archive: "an archive that is no text document"
    case .doc: "a document of Word 97 to 2003 (.doc)"
    case .encryptedOffice: "an encrypted document"
    case .compound: "a compound file that holds no Word document, or is cut off"
    case .pdf: "a PDF"
    case .rtf: "rich text (.rtf)"
    case .html: "HTML"
    }
  }

  fileprivate var usualExtension: String? {
    switch self {
    case .docx: "docx"
    case .odt: "odt"
    case .epub: "epub"
    case .doc: "doc"
    case .pdf: "pdf"
    case .rtf: "rtf"
    case .html: "html"
    case .archive, .encryptedOffice, .compound: nil
    }
  }
}
