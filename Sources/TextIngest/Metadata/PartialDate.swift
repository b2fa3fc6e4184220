/// A year, a month or a day, as far as it is known.
package struct PartialDate: Hashable, Sendable {
  package let year: Int
  package let month: Int?
  package let day: Int?

  /// Nil if there is no such day.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9_999).contains(year), (1...12).contains(month ?? 1), day == nil || month != nil,
      (1...PartialDate.days(in: month ?? 1, of: year)).contains(day ?? 1)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2024`, `2024-01` or `2024-01-15`.
  package var text: String { Self.text(year, month, day) }

  /// The last day that it may be, as `YYYY-MM-DD`.
  package var lastDay: String {
    let month = month ?? 12
    return Self.text(year, month, day ?? Self.days(in: month, of: year))
  }

  private static func text(_ year: Int, _ month: Int?, _ day: Int?) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return [padded(year, 4), month.map { padded($0, 2) }, day.map { padded($0, 2) }]
      .compactMap { $0 }.joined(separator: "-")
  }

  package static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
