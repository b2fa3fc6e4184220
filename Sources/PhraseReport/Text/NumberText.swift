/// Numbers as people read them.
enum NumberText {
  /// `1234567` as `1,234,567`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `part` of `whole` in percent with one decimal, `23.4 %`; what is not nothing never reads as
  /// `0.0 %`, and what is not all never as `100.0 %`. `–` where there is no whole.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = Int((Double(part) * 1000 / Double(whole)).rounded())
    if tenths == 0 && part > 0 { return "<0.1 %" }
    if tenths == 1000 && part < whole { return ">99.9 %" }
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// A percentage with one decimal, rounded half up: `30.0 %`.
  static func percent(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
