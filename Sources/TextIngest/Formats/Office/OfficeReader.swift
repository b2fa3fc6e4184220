/// Reads the formats of older word processors through LibreOffice, which turns them into OpenDocument:
/// .doc and .wps, rich text.
enum OfficeReader {
  /// The text of the document in `content`.
  ///
  /// - Throws: ``IngestError/document(_:)``.
  static func text(of content: [UInt8], format: TextFormat) throws(IngestError) -> SourceText {
    try require(FileSignature.of(content), named: format)
    let program = try ExternalProgram(.libreOffice)
    // Who waits has no folder with the document yet.
    let document = try program.inTurn { () throws(IngestError) in
      try openDocument(content, by: program)
    }
    return try OpenDocumentReader.text(of: document, format: format)
  }

  /// The document in `content` in a format that is read here.
  private static func openDocument(
    _ content: [UInt8], by program: ExternalProgram
  ) throws(IngestError) -> [UInt8] {
    let folder = try PrivateFolder()
    try folder.makeFolder("profile/user")
    try folder.makeFolder("out")
    try folder.write(OfficeProfile.settings, to: "profile/user/registrymodifications.xcu")
    try folder.write(content, to: "document")
    let result = try program.run(
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
        "--nologo", "--nolockcheck", "--nodefault", "--convert-to", "odt", "--outdir",
        "\(folder.path)/out", "\(folder.path)/document",
      ], folder: folder.path)
    return try converted(folder, result)
  }

  private static func require(
    _ found: FileSignature?, named format: TextFormat
  ) throws(IngestError) {
    switch (format, found) {
    case (_, .encryptedOffice): throw .document(.encrypted)
    // Word writes rich text under the name .doc, WPS writes Word documents under its own, and the
    // files of Works are compound files of another sort. What is none of these LibreOffice would take
    // for plain text.
    case (_, .rtf), (.doc, .doc), (.wps, .doc), (.wps, .compound): return
    default: throw .document(.otherContent(named: format, found: found))
    }
  }

  private static func converted(
    _ folder: borrowing PrivateFolder, _ result: ExternalProgram.Output
  ) throws(IngestError) -> [UInt8] {
    do throws(IngestError) {
      return try FileContent.read(
        path: folder.path + "/out/document.odt", isText: false, sizeLimit: FileContent.usualLimit)
    } catch .unreadable {
      // It ends with 0 whether it could or not, and names the file that it failed at.
      let words = result.errors + String(decoding: result.output, as: UTF8.self)
      let line = words.split(whereSeparator: \.isNewline).first { $0.contains("rror") }
      let problem = line?.split(separator: folder.path).joined().prefix(200)
      throw .document(
        .converterFailed(.libreOffice, problem: problem.map(String.init) ?? "it is damaged"))
    }
  }
}
