/// The date that a report bears: below its title, in brackets or after a dash, or under its text.
enum DocumentDate {
  /// - Parameter lines: those of the document.
  static func find(_ lines: ArraySlice<Line>, _ text: UTF8Text) -> PartialDate? {
    for line in lines.dropFirst().prefix(5) where isSubtitle(line, text) {
      if let date = date(line, text) { return date }
    }
    for line in lines.dropFirst(5).suffix(3).reversed() where line.characters <= 20 {
      // Nothing but the date: a sentence may speak of any.
      if let date = WrittenDate.parse(text.string(line.range)), date.day != nil { return date }
    }
    return nil
  }

  private static func date(_ line: Line, _ text: UTF8Text) -> PartialDate? {
    WrittenDate.first(in: text.string(line.range))
  }

  /// A short line in brackets or after a dash, or one that begins with a date and ends no sentence.
  private static func isSubtitle(_ line: Line, _ text: UTF8Text) -> Bool {
    guard line.characters <= 60 else { return false }
    switch text.decode(line.start).scalar {
    case 0x28, 0xFF08, 0x2014, 0x2015: return true
    default: return !line.endsSentence && line.characters <= 30
    }
  }
}
