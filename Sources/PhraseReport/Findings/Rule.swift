/// The rules of `check`; codes are stable.
package enum Rule: String, CaseIterable, Sendable {
  case stockPhrase = "TH001"
  case nearVariant = "TH002"
  case copiedPassage = "TH003"
  case repeated = "TH004"
  case stockShare = "TH005"
  case residue = "TH006"
  case misquoted = "TH007"
  case unusedSuppression = "TH900"
  case expired = "TH901"
  case unreadable = "TH902"

  /// The rule of a code or of a name, whatever its case.
  package init?(_ text: String) {
    let text = text.lowercased()
    guard
      let rule = Self.allCases.first(where: { $0.rawValue.lowercased() == text || $0.name == text })
    else { return nil }
    self = rule
  }

  /// The rule's name in words, for people and for suppressions.
  package var name: String {
    switch self {
    case .stockPhrase: "stock-phrase"
    case .nearVariant: "near-variant"
    case .copiedPassage: "copied-passage"
    case .repeated: "repeated"
    case .stockShare: "stock-share"
    case .residue: "residue"
    case .misquoted: "misquoted"
    case .unusedSuppression: "unused-suppression"
    case .expired: "expired"
    case .unreadable: "unreadable"
    }
  }

  /// What one finding of the rule is called where findings are counted.
  package var noun: String {
    switch self {
    case .stockPhrase: "stock phrase"
    case .nearVariant: "near variant"
    case .copiedPassage: "copied passage"
    case .repeated: "repetition"
    case .stockShare: "stock share"
    case .residue: "left-over value"
    case .misquoted: "misquotation"
    case .unusedSuppression: "unused suppression"
    case .expired: "expired suppression"
    case .unreadable: "unreadable file"
    }
  }

  /// The noun in Chinese.
  var chineseNoun: String {
    switch self {
    case .stockPhrase: "处套话"
    case .nearVariant: "处套话变体"
    case .copiedPassage: "段照搬"
    case .repeated: "处重复"
    case .stockShare: "项套话占比"
    case .residue: "处残留"
    case .misquoted: "处引文有误"
    case .unusedSuppression: "条豁免未用到"
    case .expired: "条豁免已过期"
    case .unreadable: "个文件无法读取"
    }
  }
}
