/// The colours of charts: those of the page in daylight, on which everything prints.
enum ChartColors {
  static let paper = "#fffefb"
  static let ink = "#1f1d1a"
  static let grey = "#5f5b54"
  static let line = "#dedad1"
  static let stock = "#e9b64a"
  static let stockLine = "#a56a00"
  /// Names: told from formulas in grey print too.
  static let term = "#c9c5bb"
  /// What cannot be compared.
  static let partial = "#d6d3cb"
  /// The threshold that was chosen.
  static let threshold = "#1d4f91"
}
