/// The day, month or year of a document: what its front matter, its title or its name says.
struct DocumentDate: Hashable {
  let year: Int
  let month: Int?
  let day: Int?

  /// Whether it lies before `date`, `YYYY-MM-DD`, whatever day of its month or year it was.
  func isBefore(_ date: String) -> Bool { lastDay < date }

  /// The last day that it may be; months have 31 days here, which changes no comparison.
  private var lastDay: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month ?? 12))-\(padded(day ?? 31))"
  }

  /// The date of `document`; nil where nothing tells it.
  init?(of document: CorpusDocument, in corpus: Corpus) {
    let matter = FrontMatter(corpus.files[document.file].content)
    let name = document.id.split(separator: "/").last.map { String($0) }
    let texts = [matter["date"], matter["year"], document.title, name].compactMap { $0 }
    guard let date = texts.lazy.compactMap(DocumentDate.init(in:)).first else { return nil }
    self = date
  }

  /// The first date in `text`: `2024`, `2024-05`, `2024-05-17`, `2024年5月`, `2024年5月17日`; years from 1900
  /// to 2099.
  init?(in text: String) {
    let scalars = Array(text.unicodeScalars)
    var scanner = DateScanner(scalars)
    while let year = scanner.nextYear() {
      self.year = year
      (month, day) = scanner.monthAndDay()
      return
    }
    return nil
  }
}

/// Reads dates out of text.
private struct DateScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The digits at `start`, with the position after them.
  private func digits(at start: Int) -> (text: String, end: Int) {
    var end = start
    while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
    return (String(String.UnicodeScalarView(scalars[start..<end])), end)
  }

  mutating func nextYear() -> Int? {
    while position < scalars.count {
      let (text, end) = digits(at: position)
      position = max(end, position + 1)
      if text.count == 4, let year = Int(text), (1900..<2100).contains(year) {
        position = end
        return year
      }
    }
    return nil
  }

  /// Month and day right after the year.
  func monthAndDay() -> (Int?, Int?) {
    guard position < scalars.count else { return (nil, nil) }
    if scalars[position] == "年" {
      guard let month = number(after: position, in: 1...12, digits: 1...2, before: "月") else {
        return (nil, nil)
      }
      let day = number(after: month.end, in: 1...31, digits: 1...2, before: "日")
      return (month.value, day?.value)
    }
    guard scalars[position] == "-", let month = number(after: position, in: 1...12, digits: 2...2)
    else { return (nil, nil) }
    guard month.end < scalars.count, scalars[month.end] == "-" else { return (month.value, nil) }
    return (month.value, number(after: month.end, in: 1...31, digits: 2...2)?.value)
  }

  /// The number after the mark at `position`, and where it ends; `mark` must follow, if one is named.
  private func number(
    after position: Int, in range: ClosedRange<Int>, digits count: ClosedRange<Int>,
    before mark: Unicode.Scalar? = nil
  ) -> (value: Int, end: Int)? {
    let (text, end) = digits(at: position + 1)
    guard count.contains(text.count), let value = Int(text), range.contains(value) else {
      return nil
    }
    if let mark { guard end < scalars.count, scalars[end] == mark else { return nil } }
    return (value, end)
  }
}
