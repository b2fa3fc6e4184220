internal import PhraseReport
internal import TextIngest

/// A property of a run that a look sets.
struct RunProperty {
  var kind: WordProperty
  var attributes: String
}

/// The classes in the colours of the report's page, on paper: a tint behind the text, and a line under it
/// that tells them apart where colour does not.
extension MarkLook {
  /// In the order of the schema.
  var properties: [RunProperty] {
    var properties: [RunProperty] = []
    if style == .allowed {
      properties.append(RunProperty(kind: .color, attributes: "w:val=\"4F4C47\""))
    }
    if let line {
      properties.append(
        RunProperty(kind: .u, attributes: "w:val=\"\(line.kind)\" w:color=\"\(line.color)\""))
    }
    if isLeftOver {
      properties.append(
        RunProperty(
          kind: .bdr, attributes: "w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"B3141B\""))
    }
    if let fill {
      properties.append(
        RunProperty(
          kind: .shd, attributes: "w:val=\"clear\" w:color=\"auto\" w:fill=\"\(fill)\""))
    }
    return properties
  }

  private var line: (kind: String, color: String)? {
    if isMisquoted { return ("wave", "B3141B") }
    switch style {
    case .stock(_, let isVariant): return (isVariant ? "dotted" : "single", "9A6200")
    case .term: return ("single", "8D887E")
    case .borrowed: return ("double", "B93A20")
    case .shared: return ("dotted", "B93A20")
    case .repeated: return ("dash", "2F7199")
    case .allowed, nil: return nil
    }
  }

  private var fill: String? {
    switch style {
    case .stock(.few, _): "FDF1D2"
    case .stock(.many, _): "FBE2A4"
    case .stock(.nearlyAll, _): "F6CF73"
    case .borrowed: "FCDCD2"
    case .repeated: "D9EBF7"
    case .allowed: "ECEBE8"
    case .term, .shared, nil: nil
    }
  }
}
