/// Writes a picture as SVG 1.1: every text escaped, every number with two decimals at most, so that the same
/// picture has the same bytes.
struct SVGWriter {
  enum Anchor: String { case start, middle, end }

  private var body = ""

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String
  ) {
    element(
      "rect",
      [
        ("x", Self.number(x)), ("y", Self.number(y)), ("width", Self.number(max(0, width))),
        ("height", Self.number(max(0, height))), ("fill", fill),
      ])
  }

  mutating func line(
    x1: Double, y1: Double, x2: Double, y2: Double, stroke: String, dashes: String? = nil
  ) {
    element(
      "line",
      [
        ("x1", Self.number(x1)), ("y1", Self.number(y1)), ("x2", Self.number(x2)),
        ("y2", Self.number(y2)), ("stroke", stroke),
      ] + (dashes.map { [("stroke-dasharray", $0)] } ?? []))
  }

  /// A line through `points`, or the area that it encloses if it has a `fill`.
  mutating func polyline(
    _ points: [(x: Double, y: Double)], stroke: String, width: Double = 2, fill: String? = nil
  ) {
    let path = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
    element(
      fill == nil ? "polyline" : "polygon",
      [
        ("points", path), ("fill", fill ?? "none"), ("stroke", stroke),
        ("stroke-width", Self.number(width)), ("stroke-linejoin", "round"),
      ])
  }

  mutating func dot(x: Double, y: Double, fill: String) {
    element("circle", [("cx", Self.number(x)), ("cy", Self.number(y)), ("r", "3"), ("fill", fill)])
  }

  /// `text` on one line, its baseline at `y`; lines of the chart behind it are kept off.
  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, size: Int = 13,
    fill: String = ChartColors.ink, isBold: Bool = false, isOverLines: Bool = false
  ) {
    var attributes = [("x", Self.number(x)), ("y", Self.number(y)), ("fill", fill)]
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    if size != 13 { attributes.append(("font-size", String(size))) }
    if isBold { attributes.append(("font-weight", "600")) }
    if isOverLines {
      attributes += [
        ("stroke", ChartColors.paper), ("stroke-width", "4"), ("paint-order", "stroke"),
        ("stroke-linejoin", "round"),
      ]
    }
    body += "<text\(Self.attributes(attributes))>\(XMLText.escaped(text))</text>\n"
  }

  /// The picture as a file.
  ///
  /// - Parameter description: what it says, for those who do not see it.
  func document(
    width: Int, height: Int, title: String, description: String, language: ReportLanguage
  ) -> [UInt8] {
    let attributes = Self.attributes([
      ("xmlns", "http://www.w3.org/2000/svg"), ("width", String(width)),
      ("height", String(height)), ("viewBox", "0 0 \(width) \(height)"), ("role", "img"),
      ("xml:lang", language == .chinese ? "zh-Hans" : "en"), ("font-family", Self.fonts),
      ("font-size", "13"),
    ])
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg\(attributes)>
      <title>\(XMLText.escaped(title))</title>
      <desc>\(XMLText.escaped(description))</desc>

      """
    return Array((head + body + "</svg>\n").utf8)
  }

  private static let fonts =
    "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif"

  private mutating func element(_ name: String, _ attributes: [(String, String)]) {
    body += "<\(name)\(Self.attributes(attributes))/>\n"
  }

  private static func attributes(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(XMLText.escaped($0.1))\"" }.joined()
  }

  /// `value` to the hundredth, without needless digits.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole)."
      + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
