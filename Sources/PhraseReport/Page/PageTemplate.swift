/// A page that stands on its own: the template with its holes filled.
///
/// The page holds its report as data; its script makes elements of it, and every word of a document goes
/// in as text, never as markup.
enum PageTemplate {
  /// What one sort of page has of its own.
  struct Parts {
    var language: ReportLanguage?
    /// What stands there without JavaScript, in both languages.
    var withoutScript: String
    var style = PageAssets.style
    var styleHash = PageHashes.style
    var script: [UInt8]
    var scriptHash: String
    /// Whether the script loads further ones from files.
    var loadsFiles = false
    /// Writes the data.
    var data: (inout JSONWriter) -> Void
    /// Writes elements with further data.
    var parts: (inout [UInt8]) -> Void = { _ in }
  }

  /// The page as UTF-8 bytes.
  static func render(_ parts: Parts, capacity: Int) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(capacity)
    var template = PackageResources.page_html[...]
    while let hole = Hole(in: template) {
      page += template[..<hole.range.lowerBound]
      fill(hole.name, with: parts, into: &page)
      template = template[hole.range.upperBound...]
    }
    page += template
    return page
  }

  private static func fill(_ name: String, with parts: Parts, into page: inout [UInt8]) {
    switch name {
    case "language": page += Array((parts.language == .chinese ? "zh-Hans" : "en").utf8)
    case "generator": page += Array("\(Tool.name) \(Tool.version)".utf8)
    case "noscript": page += Array(parts.withoutScript.utf8)
    case "style-hash": page += Array(parts.styleHash.utf8)
    case "script-policy":
      // Only what the page's own script loads runs, wherever the page is opened from.
      page += Array("'\(parts.scriptHash)'\(parts.loadsFiles ? " 'strict-dynamic'" : "")".utf8)
    case "parts": parts.parts(&page)
    case "style": page += parts.style
    case "script": page += parts.script
    case "data":
      var json = JSONWriter(escapesMarkup: true)
      swap(&json.bytes, &page)
      parts.data(&json)
      swap(&json.bytes, &page)
    default: preconditionFailure("page.html names what is not there: \(name)")
    }
  }

  /// A `{{name}}` of the template.
  private struct Hole {
    var name: String
    var range: Range<Int>

    /// The first one in `template`, if there is one.
    init?(in template: ArraySlice<UInt8>) {
      let brace = (open: UInt8(ascii: "{"), close: UInt8(ascii: "}"))
      guard let start = Self.pair(of: brace.open, in: template),
        let end = Self.pair(of: brace.close, in: template[start...])
      else { return nil }
      name = String(decoding: template[(start + 2)..<end], as: UTF8.self)
      range = start..<(end + 2)
    }

    private static func pair(of byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
      bytes.indices.dropLast().first { bytes[$0] == byte && bytes[$0 + 1] == byte }
    }
  }
}
