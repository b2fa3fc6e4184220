internal import Glibc
internal import TextIngest

/// A day of the Gregorian calendar.
struct CalendarDate: Hashable {
  /// The day of `SOURCE_DATE_EPOCH`, else this day, as `YYYY-MM-DD`.
  static var today: String {
    let seconds = (getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }) ?? time(nil)
    return CalendarDate(secondsSinceEpoch: seconds)?.text ?? "9999-12-31"
  }

  let year: Int
  let month: Int
  let day: Int

  /// Reads `YYYY-MM-DD`; nil if there is no such day.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Nil if there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard (0...9_999).contains(year), (1...12).contains(month), day >= 1,
      day <= PartialDate.days(in: month, of: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day of `seconds` after 1970-01-01 in UTC: what `SOURCE_DATE_EPOCH` means.
  ///
  /// The formula is civil_from_days of Howard Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms" (2013): years start in March, eras are of 400 years. Nil past the year 9999.
  init?(secondsSinceEpoch seconds: Int) {
    guard (0...253_402_300_799).contains(seconds) else { return nil }
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `YYYY-MM-DD`.
  var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
