/// The words of charts that are files of their own.
extension WordTemplates {
  static func chart(_ key: WordKey) -> (String, String)? {
    switch key {
    case .chartFooter:
      (
        "{n} {n?document|documents} of {sources} {sources?source|sources}, {tokens} tokens; k = {k} tokens (spaced text {words} words), d = {d} sources; Taohua {version}",
        "{n} 份文档、{sources} 个来源，共 {tokens} 个词元；k = {k} 个词元（以空格分词的文本 {words} 个词），d = {d} 个来源；套话（Taohua）{version}"
      )
    case .chartStock:
      ("Stock share of {n} {n?document|documents}", "{n} 份文档的套话比例")
    case .chartStockText:
      (
        "Stock tokens of all tokens of each document, in percent: those in phrases that stand in {d} or more of {sources} {sources?source|sources}.",
        "每份文档中套话词元占全部词元的百分比；套话指见于 {sources} 个来源中 {d} 个以上的片段。"
      )
    case .chartStockBars:
      ("After the stroke the tokens of the document.", "斜线后为该文档的词元数。")
    case .chartStockEmpty:
      (
        "{n} {n?document without text is|documents without text are} left out.",
        "没有文字的文档 {n} 份，未列入。"
      )
    case .chartStockFormulas: ("formulas and quotations", "套语与引语")
    case .chartStockNames: ("terms and titles", "名称与标题")
    case .chartMost: ("the most", "最高")
    case .chartQuarter: ("a quarter has more", "四分之一高于此")
    case .chartHalf: ("half have more", "一半高于此")
    case .chartThreeQuarters: ("three quarters have more", "四分之三高于此")
    case .chartDocumentsAxis:
      ("The {n} documents in order of their share", "{n} 份文档，按比例从高到低排列")
    case .chartCurveAxis: ("From left to right: the length of the run, in tokens.", "横轴为片段长度（词元数）。")
    case .chartSpaced: ("k = {k} in spaced text", "k = {k}（以空格分词的文本）")
    case .chartThreshold: ("k = {k}: {part}", "k = {k}：{part}")
    case .chartFrequency:
      (
        "In how many sources the {n} {n?phrase stands|phrases stand}",
        "{n} 条套话各见于多少个来源"
      )
    case .chartFrequencyText:
      (
        "Number of phrases, by how many of the {sources} {sources?source|sources} have them at places of their own.",
        "按独立出现的来源数统计的套话条数；来源共 {sources} 个。"
      )
    case .chartFrequencyFewer:
      (
        "Those in fewer than d = {d} overlap with other phrases, to which their other occurrences belong.",
        "不足 d = {d} 个来源者与其他套话交叠，其余出现之处归于其他套话。"
      )
    case .chartFrequencyBins: ("The ranges widen to the right.", "越往右，区间越宽。")
    case .chartYears:
      (
        "How much of each year stands in the {n} {n?source|sources} before it",
        "各年文档中见于此前 {n} 个来源的比例"
      )
    case .chartYearsText:
      (
        "Tokens in runs of k tokens that stand in at least {m} of the last {n} {n?source|sources} before the year, of all tokens of the year's documents, in percent.",
        "位于至少见于此前最近 {n} 个来源中 {m} 个的 k 词元片段里的词元，占当年全部词元的百分比。"
      )
    case .chartYearsUndated:
      (
        "{undated} of {documents} {documents?document|documents} {undated?has|have} no year and {undated?is|are} left out.",
        "{documents} 份文档中有 {undated} 份年份不明，未列入。"
      )
    case .chartYearsWhole: ("{n} {n?source|sources} before it", "此前有 {n} 个来源")
    case .chartYearsPartial:
      ("fewer than {n}: not to be compared", "此前不足 {n} 个来源，不可比较")
    case .chartYearsDocuments: ("{n} {n?document|documents}", "{n} 份")
    case .chartYearsBefore: ("{frame} of {n} before", "此前 {frame} / {n}")
    case .chartYearsNone: ("No document has a year.", "没有已知年份的文档。")
    default: nil
    }
  }
}
