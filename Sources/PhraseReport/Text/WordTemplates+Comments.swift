/// The sentences of the comments in an annotated draft: English, then Simplified Chinese.
extension WordTemplates {
  static func comment(_ key: WordKey) -> (String, String)? {
    switch key {
    case .commentTitle: ("{rule} ({severity}, {code})", "{rule}（{severity}，{code}）")
    case .commentYear: ("Dated reports with it: {first}.", "有此语的报告，注明年份的：{first} 年。")
    case .commentYears:
      ("Dated reports with it: {first} to {last}.", "有此语的报告，注明年份的：{first} 至 {last} 年。")
    case .commentSources: ("Sources: {paths}", "出处：{paths}")
    case .commentCopied:
      ("Write it anew, or say where it comes from.", "请改写，或注明出处。")
    case .commentRepeated:
      (
        "Keep one of the two, or say in the second what is different there.",
        "两处留一处，或写明后一处有何不同。"
      )
    case .commentResidue:
      ("Put in what is true of this report, or take it out.", "请换成本报告的内容，或删去。")
    case .commentMisquoted: ("Put in the prescribed wording.", "请改为规定的表述。")
    case .commentLegend:
      (
        "Amber: stock phrases, the darker the more reports have them; a dotted line: in edited form. Red with a double line: copied. A dotted red line: also in another report. A grey line: names and titles. Blue with a dashed line: repeated. Grey: allowed wording. A red box: left over, or misquoted with a wavy line.",
        "琥珀色：套话，颜色越深，用的报告越多；点线：措辞略有改动。红色双线：照搬。红色点线：另见于别的报告。灰线：名称、标题。蓝色虚线：重复。灰底：规定用语。红框：残留；红色波浪线：引文有误。"
      )
    case .commentLegendAlone:
      (
        "Blue with a dashed line: repeated. Grey: allowed wording. A red box: left open. A red wavy line: misquoted.",
        "蓝色虚线：重复。灰底：规定用语。红框：未填或残留。红色波浪线：引文有误。"
      )
    case .commentPlaces:
      (
        "A formula has its comment where it stands first. For a formula, say what happened here: who, what, how many, where.",
        "每条套话只在第一处加批注。遇到套话，请写明实情：谁、做了什么、多少、在哪里。"
      )
    case .ruleStock: ("Stock phrase", "套话")
    case .ruleVariant: ("Stock phrase in edited form", "套话变体")
    case .ruleCopied: ("Copied passage", "照搬段落")
    case .ruleRepeated: ("Repeated", "重复")
    case .ruleShare: ("Share of stock phrases", "套话占比")
    case .ruleResidue: ("Left over", "残留")
    case .ruleMisquoted: ("Misquoted", "引文有误")
    default: nil
    }
  }
}
