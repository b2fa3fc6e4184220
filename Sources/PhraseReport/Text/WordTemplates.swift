/// Names a sentence of the text views.
enum WordKey: CaseIterable {
  case noteEmpty, noteSmallCorpus, noteMinimumLowered, noteNothingFound, noteSkipped, noteGrouped
  case noteCurveLeftOut, notePairsLeftOut
}

/// The one table of the text views' sentences: English, then Simplified Chinese.
enum WordTemplates {
  static func template(_ key: WordKey, in language: ReportLanguage) -> String {
    let (english, chinese) = both(key)
    return language == .english ? english : chinese
  }

  private static func both(_ key: WordKey) -> (String, String) {
    switch key {
    case .noteEmpty:
      ("The corpus holds no text.", "语料库中没有文本。")
    case .noteSmallCorpus:
      (
        "Only {n} {n?source|sources}: a small corpus proves little. “Original” means: not found in these.",
        "仅有 {n} 个来源：小语料库证明不了多少。“本库未见”只表示在这些文档中没有找到。"
      )
    case .noteMinimumLowered:
      (
        "Fewer than 6 documents: a phrase counts as stock from {d} sources on.",
        "文档少于 6 份：一个片段出现在 {d} 个来源中即算套话。"
      )
    case .noteNothingFound:
      (
        "No stock phrase: the longest run that two sources share is {run} {run?token|tokens}, and a phrase must stand in {d}.",
        "没有套话：两个来源之间最长的相同片段为 {run} 个词元，而套话须出现在 {d} 个来源中。"
      )
    case .noteSkipped:
      (
        "{n} {n?file was|files were} not read; the report lists {n?it|them} with the reason.",
        "有 {n} 个文件未能读取，报告中列出了原因。"
      )
    case .noteGrouped:
      (
        "{n} near-duplicate documents count as {groups} {groups?source|sources}.",
        "{n} 份近似重复的文档按 {groups} 个来源计。"
      )
    case .noteCurveLeftOut:
      (
        "The corpus is large: lengths {lengths} of the curve were left out (--full-curve computes them).",
        "语料库较大：长度曲线略去 {lengths}（--full-curve 可计算）。"
      )
    case .notePairsLeftOut:
      (
        "{n} further {n?pair|pairs} of documents share a copied passage and {n?is|are} not listed.",
        "另有 {n} 对文档有照搬段落，未列出。"
      )
    }
  }
}
