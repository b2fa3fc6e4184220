/// A field in work: its code says what to insert, its result is what was inserted.
struct WordField {
  /// The code as it was read so far.
  var instruction = ""
  /// Whether the text of the code is being read.
  var isReadingInstruction = false
  /// Whether its result is being read.
  var isInResult = false

  /// Whether it gives the number of a page, which is layout.
  var isPageNumber: Bool {
    let name = instruction.split { $0.isWhitespace || $0 == "\\" }.first?.uppercased()
    return name == "PAGE" || name == "NUMPAGES" || name == "SECTIONPAGES"
  }

  /// Whether text in it is text of the document.
  var showsText: Bool { isInResult && !isPageNumber }
}
