internal import CXXHash

/// The report of an audit as a page that opens from disk.
package enum AuditHTML {
  /// The page as UTF-8 bytes: whole where it fits one file, else shortened.
  /// - Parameters:
  ///   - report: What the page shows.
  ///   - language: Of the page's own words; nil lets the reader's browser choose.
  package static func render(
    _ report: AuditReport, language: ReportLanguage? = nil
  ) -> [UInt8] {
    let form = PageForm.ofOneFile(report)
    let parts = PageParts(report, form: form)
    let core = PageCore(
      report: report, language: language, form: form, parts: parts,
      overlap: DocumentOverlap(report))
    return PageTemplate.render(
      template(core) { page in
        parts.render { _, part in
          page += #"<script type="application/json" class="part">"#.utf8
          page += part
          page += "</script>\n".utf8
        }
      }, capacity: report.corpus.bytes * 4 + 200_000)
  }

  /// The page as UTF-8 bytes, its texts and places in files beside it.
  ///
  /// - Parameters:
  ///   - report: What the page shows.
  ///   - language: Of the page's own words; nil lets the reader's browser choose.
  ///   - folder: The name of the folder of the files.
  ///   - write: Takes the name and the bytes of each file; the name changes with the bytes, so that an
  ///     older page never reads the files of a newer one.
  package static func render(
    _ report: AuditReport, language: ReportLanguage? = nil, partsIn folder: String,
    write: (_ name: String, _ content: [UInt8]) throws -> Void
  ) rethrows -> [UInt8] {
    let form = PageForm.folder(folder)
    let parts = PageParts(report, form: form)
    var core = PageCore(
      report: report, language: language, form: form, parts: parts,
      overlap: DocumentOverlap(report))
    try parts.render { index, part in
      let content = Array("takePart(\(index),".utf8) + part + Array(");\n".utf8)
      let name = "\(index + 1)-\(digest(of: content)).js"
      core.files.append(name)
      try write(name, content)
    }
    return PageTemplate.render(template(core) { _ in }, capacity: 4_000_000)
  }

  private static func template(
    _ core: PageCore, parts: @escaping (inout [UInt8]) -> Void
  ) -> PageTemplate.Parts {
    .init(
      language: core.language,
      withoutScript:
        "This page needs JavaScript; report.md says the same. 本页需要 JavaScript；report.md 内容相同。",
      script: PageAssets.auditScript, scriptHash: PageHashes.auditScript,
      loadsFiles: core.form.name == "folder",
      data: { core.write(to: &$0) }, parts: parts)
  }

  /// XXH3, 64 bits, in hexadecimal digits.
  private static func digest(of content: [UInt8]) -> String {
    let digits = String(content.withUnsafeBytes { cxxh3_64($0.baseAddress, $0.count) }, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The style of all pages, for the test of its hash.
  package static var style: [UInt8] { PageAssets.style }
  /// The script of the page, for the test of its hash.
  package static var script: [UInt8] { PageAssets.auditScript }
}
