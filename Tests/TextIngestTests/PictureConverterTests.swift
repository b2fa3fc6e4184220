import TestSupport
import Testing
import TextIngest

@Suite("Pictures for every program")
struct PictureConverterTests {
  @Test("a picture becomes a PNG of twice its size")
  func converts() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>
      """
    let png = try PictureConverter.png(ofSVG: Array(svg.utf8))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    // Width and height stand in the first chunk.
    #expect(png[16..<24].elementsEqual([0, 0, 0, 60, 0, 0, 0, 40]))
  }

  @Test("what is no picture is an error that says why")
  func refuses() {
    let error = #expect(throws: IngestError.self) {
      try PictureConverter.png(ofSVG: Array("no picture".utf8))
    }
    guard case .document(.converterFailed(.rsvgConvert, let problem))? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(!problem.isEmpty)
  }
}
