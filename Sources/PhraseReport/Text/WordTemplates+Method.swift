/// The sentences that say how a report was made, for a paper.
extension WordTemplates {
  static func method(_ key: WordKey) -> (String, String)? {
    switch key {
    case .method: ("Method, to paste into a paper", "方法说明（可粘贴到论文中）")
    case .methodCompared:
      (
        "{n} {n?document|documents} of {sources} {sources?source|sources} ({characters} characters as word processors count them, {tokens} tokens) {n?was|were} compared with each other by Taohua {version}.",
        "使用套话（Taohua）{version} 对 {n} 份文档（{sources} 个来源，字数 {characters}，{tokens} 个词元）相互比对。"
      )
    case .methodSlots:
      (
        "A token is one character of unspaced scripts such as Chinese, or one word of spaced ones; numbers, dates, blanks and other runs that vary by nature are one token each, equal to every other of them.",
        "词元指中文等不分词文字的一个字，或以空格分词文字的一个词；数字、日期、空白等本来就会变动的片段各算一个词元，且彼此视为相同。"
      )
    case .methodSlotsChosen:
      (
        "A token is one character of unspaced scripts such as Chinese, or one word of spaced ones; which varying runs (numbers, dates, blanks) are one token each, equal to every other, is set by --slots in the command below.",
        "词元指中文等不分词文字的一个字，或以空格分词文字的一个词；哪些会变动的片段（数字、日期、空白等）各算一个词元并彼此视为相同，由下文命令中的 --slots 规定。"
      )
    case .methodGrouped:
      (
        "Documents that have at least 80 % of their tokens in common both ways count as one source: {n} {n?document|documents} in {groups} {groups?group|groups}.",
        "双方至少各有 80% 的词元相同的文档按一个来源计：共 {n} 份，归为 {groups} 组。"
      )
    case .methodNotGrouped:
      ("Near-duplicate documents count as several sources.", "近似重复的文档各按一个来源计。")
    case .methodCountBy:
      (
        "Documents with the same value of “{key}” count as one source.",
        "“{key}”相同的文档按一个来源计。"
      )
    case .methodStock:
      (
        "A token is stock if it lies in a run of k tokens within one paragraph (k = {k} in unspaced, {kWords} words in spaced text), at least half of them not varying, whose sequence stands in at least d = {d} sources ({origin}); all runs were compared, token by token.",
        "若一个词元位于同一段落内的 k 个连续词元之中（不分词文本 k = {k}，分词文本 k = {kWords} 个词），其中至少一半不是会变动的片段，且该序列至少见于 d = {d} 个来源（{origin}），即为套话；全部片段均逐词元比对，没有抽样。"
      )
    case .methodFromSize:
      ("1 % of the sources, at least 3", "来源数的 1%，至少为 3")
    case .methodFewDocuments:
      ("for fewer than 6 documents", "文档少于 6 份时的取值")
    case .methodChosen: ("chosen by us", "由我们选定")
    case .methodVariants:
      (
        "Places where a stock phrase stands with small edits (near variants) are stock as well.",
        "套话略有改动之处（变体）也计为套话。"
      )
    case .methodNoVariants:
      ("Edited places of stock phrases do not count.", "套话经改动之处不计。")
    case .methodCopied:
      (
        "What is not stock is copied if it lies in a passage of {borrowed} ({borrowedWords}) such tokens or more that is aligned with one other source, and shared if it lies in a run of {shared} ({sharedWords}) tokens that stands in another source.",
        "套话之外，位于与另一来源对应的、不少于 {borrowed} 个（分词文本 {borrowedWords} 个）此类词元的段落中者为照搬；位于另一来源也有的、{shared} 个（分词文本 {sharedWords} 个）词元的片段中者为相同片段。"
      )
    case .methodResult:
      (
        "Of the {tokens} tokens {stock} ({stockShare}) are stock: {formula} ({share}) in formulas and quotations, {term} ({termShare}) in terms and titles.",
        "在 {tokens} 个词元中，套话 {stock} 个（{stockShare}）：套语与引语 {formula} 个（{share}），名称与标题 {term} 个（{termShare}）。"
      )
    case .methodOthers:
      (
        "Copied are {borrowed} ({borrowedShare}), shared {shared} ({sharedShare}), repeated within their own document {repeated} ({repeatedShare}), and prescribed wording that was set apart {allowed} ({allowedShare}); {original} ({originalShare}) were not found elsewhere in these {n} {n?document|documents}, which says nothing of any other text. All shares are of the {tokens} tokens.",
        "照搬 {borrowed} 个（{borrowedShare}），相同片段 {shared} 个（{sharedShare}），在本文档内重复 {repeated} 个（{repeatedShare}），另行计算的规定用语 {allowed} 个（{allowedShare}）；{original} 个（{originalShare}）在这 {n} 份文档的别处没有找到，至于别的文本中有没有，这里无从判断。以上比例均以 {tokens} 个词元为分母。"
      )
    case .methodFrame:
      (
        "Years were compared within a fixed frame: a token of a year counts if it lies in such a run that stands in at least {m} of the {n} last sources before that year; {partial} of {years} {years?year|years} {partial?has|have} fewer than {n}, and {undated} of {documents} {documents?document|documents} {undated?has|have} no year and {undated?was|were} left out.",
        "各年份在固定范围内比较：某年文档的词元若位于上述片段中，且该片段至少见于该年之前最近 {n} 个来源中的 {m} 个，即计入；{years} 个年份中有 {partial} 个之前不足 {n} 个来源，{documents} 份文档中有 {undated} 份年份不明，未列入。"
      )
    case .methodSkipped:
      (
        "{n} {n?file was|files were} found or named and not read; the report lists {n?it|them} with the reason.",
        "另有 {n} 个找到或指定的文件未读取，报告中列出了原因。"
      )
    case .methodNothingSkipped: ("No file that was found was left out.", "没有未读取的文件。")
    case .methodRepeat:
      (
        "The same files and version give the same report by: {command}",
        "以同样的文件和版本运行以下命令，可得到相同的报告：{command}"
      )
    default: nil
    }
  }
}
