/// Turns pictures that are drawn here into such as every program takes.
package enum PictureConverter {
  /// The picture in `svg` as PNG, with twice as many pixels, for print and sharp screens.
  ///
  /// What letters look like depends on the fonts that are installed.
  ///
  /// - Throws: ``IngestError/document(_:)``, with ``DocumentError/converterMissing(_:)`` where there is no
  ///   program for it.
  package static func png(ofSVG svg: [UInt8]) throws(IngestError) -> [UInt8] {
    let program = try ExternalProgram(.rsvgConvert)
    let result = try program.inTurn { () throws(IngestError) in
      try program.run(["--format=png", "--zoom=2"], input: svg)
    }
    guard result.status == 0, result.output.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
      let problem = result.errors.split(whereSeparator: \.isNewline).first.map {
        String($0.prefix(200))
      }
      throw .document(
        .converterFailed(
          .rsvgConvert, problem: problem ?? "it ended with status \(result.status)"))
    }
    return result.output
  }
}
