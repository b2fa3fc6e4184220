/// The sentences of the text views in one language.
///
/// Each is a template of ``WordTemplates``: `{name}` stands for a value, and `{name?one|many}` for
/// one of two words by whether the value is 1.
struct Words: Sendable {
  let language: ReportLanguage

  /// The sentence `key` without values.
  subscript(_ key: WordKey) -> String { self(key, [:]) }

  /// The sentence `key` with `values` filled in; numbers have their thousands set apart.
  func callAsFunction(_ key: WordKey, _ values: [String: Value]) -> String {
    var text = ""
    var rest = WordTemplates.template(key, in: language)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      text += filled(rest[rest.index(after: open)..<close], values)
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private func filled(_ hole: Substring, _ values: [String: Value]) -> String {
    let parts = hole.split(separator: "?", maxSplits: 1)
    guard let value = values[String(parts[0])] else { return "{\(hole)}" }
    guard parts.count == 2 else { return value.text }
    let forms = parts[1].split(separator: "|", omittingEmptySubsequences: false)
    return String(value.isOne ? forms[0] : forms[1])
  }

  /// What fills a template.
  enum Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    case number(Int)
    case text(String)

    init(stringLiteral text: String) { self = .text(text) }

    var text: String {
      switch self {
      case .number(let number): NumberText.grouped(number)
      case .text(let text): text
      }
    }

    var isOne: Bool {
      if case .number(1) = self { true } else { false }
    }
  }
}
