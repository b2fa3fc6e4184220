/// Names a sentence of the text views.
enum WordKey: CaseIterable {
  case headline, headlineNone, lead
  case noteEmpty, noteSmallCorpus, noteMinimumLowered, noteNothingFound, noteSkipped, noteGrouped
  case noteWarned, noteCurveLeftOut, notePairsLeftOut, noteCopiesCut, noteFrameUndated,
    noteAllowExpired,
    noteAllowUnused
  case formula, term, title, quotation
  case stock, borrowed, shared, repeated, original, allowed, of
  case corpus, documents, sources, tokens, characters, bytes, phrase, phrases, kind, places, share
  case number, length, curve, curveText, phrasesText, names, namesText, documentsText, document,
    duplicates
  case duplicateGroup, pairs, pairsText, passages, skipped, path, reason, settings, repeatReport
  case shingleLength, minimumDocuments, borrowedLength, sharedLength, lengths, fromSize
  case groupsNearDuplicates, splitsCompilations, version, date, yes, no, oneOf, bothDocuments
  case summaryPhrases, summaryStock, summaryOriginal, written, next
  case checkHeadline, checkSentences, checkLeftOut, checkClean, checkFailed,
    checkPassed, checkSuppressed, checkKnown, checkAsOf
  case hookHeadline, hookNothing, hookPasses, hookFails, hookWhole, hookPassedBy, hookUnread,
    hookBehind, hookMore
  case scopeStaged, scopeSince, scopeStagedSince, scopeBetween
  case adviceCopied, adviceResidue, adviceOpen, adviceMisquoted, adviceShare, adviceNote
  case adviceEntry, adviceUnreadable
  case findingStock, findingCopied, findingOthers, findingRepeated, findingShare, findingResidue,
    findingFirstOf, findingSource, findingMisquoted
  case residuePlace, residueYear, residueNumber, residueBlank, residueBlanks, residueNotMasked,
    residueOtherName, residueUnclosed, residueDoubled
  case gateReason, gateFindings, gateBorrowed
  case checkAlone, checkRaw, checkNet, checkOriginal, checkCount, checkMore, checkNothing
  case listMark, reasonMark, severityError, severityWarning, severityNote
  case rowsShown, documentsShown
  case method, methodCompared, methodSlots, methodSlotsChosen, methodGrouped, methodNotGrouped,
    methodCountBy, methodStock, methodFromSize, methodFewDocuments, methodChosen, methodVariants,
    methodNoVariants, methodCopied, methodResult, methodOthers, methodFrame, methodSkipped,
    methodNothingSkipped, methodRepeat
  case commentTitle, commentYear, commentYears, commentSources, commentCopied, commentRepeated,
    commentResidue, commentMisquoted, commentLegend, commentLegendAlone, commentPlaces
  case ruleStock, ruleVariant, ruleCopied, ruleRepeated, ruleShare, ruleResidue, ruleMisquoted
  case chartFooter, chartStock, chartStockText, chartStockFormulas, chartStockNames, chartMost,
    chartQuarter, chartHalf, chartThreeQuarters, chartDocumentsAxis, chartCurveAxis,
    chartThreshold, chartFrequency, chartFrequencyText, chartFrequencyFewer, chartFrequencyBins,
    chartStockBars, chartStockEmpty, chartYears,
    chartYearsText, chartYearsUndated, chartYearsWhole, chartYearsPartial, chartYearsDocuments,
    chartYearsBefore, chartYearsNone, chartSpaced
  case findings, firstFindings, allFindings, place, rule, severity, message, result
}

/// The one table of the text views' sentences: English, then Simplified Chinese.
enum WordTemplates {
  static func template(_ key: WordKey, in language: ReportLanguage) -> String {
    let (english, chinese) =
      sentence(key) ?? note(key) ?? hook(key) ?? finding(key) ?? check(key) ?? method(key)
      ?? comment(key) ?? chart(key) ?? word(key)
    return language == .english ? english : chinese
  }

  private static func sentence(_ key: WordKey) -> (String, String)? {
    switch key {
    case .headline:
      (
        "{formula} of the {tokens} tokens in these {n} {n?document|documents} are stock formulas: {share}.",
        "这 {n} 份文档共 {tokens} 个词元，其中 {formula} 个属于套话，占 {share}。"
      )
    case .headlineNone:
      (
        "No phrase of these {n} {n?document|documents} stands in {d} or more of their {sources} {sources?source|sources}.",
        "这 {n} 份文档中，没有一个片段出现在 {sources} 个来源中的 {d} 个以上。"
      )
    case .lead:
      (
        "Names of bodies, plans and titles that recur as widely take another {term} ({termShare}). {borrowed} ({borrowedShare}) are copied from one other document, {shared} ({sharedShare}) stand in at least one other, {repeated} ({repeatedShare}) repeat their own document. {original} ({originalShare}) were not found elsewhere in these {n} {n?document|documents}, which says nothing of any other text. All shares are of the {tokens} tokens.",
        "同样常见的机构、规划等名称和标题另有 {term} 个（{termShare}）。照搬某一份文档的有 {borrowed} 个（{borrowedShare}），至少另见于一份文档的有 {shared} 个（{sharedShare}），在本文档内重复的有 {repeated} 个（{repeatedShare}）。其余 {original} 个（{originalShare}）在这 {n} 份文档的别处没有找到；至于别的文本中有没有，这里无从判断。以上比例均以 {tokens} 个词元为分母。"
      )
    case .curveText:
      (
        "Tokens that lie in a run of so many tokens which stands in two or more sources, of all {tokens}.",
        "全部 {tokens} 个词元中，位于见于两个以上来源的、这样长的片段里的词元。"
      )
    case .namesText:
      (
        "Names of organisations, systems, plans and works, told by their form: the first {shown} of {n}.",
        "机构、制度、规划、文件等名称，按形式判断：前 {shown} 条，共 {n} 条。"
      )
    case .phrasesText:
      (
        "The first {shown} of {n}, by (tokens − 3) × (sources − 1); all are in report.json. ＿ stands for what varies (a number, a date, a blank), (…) for words that some places lack.",
        "前 {shown} 条，共 {n} 条，按（词元 − 3）×（来源 − 1）排序；完整目录见 report.json。＿ 表示会变的内容（数字、日期、空白），括号中的词有的地方没有。"
      )
    case .documentsText:
      (
        "Shares are of each document's tokens. “Not found” means: not elsewhere in these {n} {n?document|documents}.",
        "各比例以该文档的词元数为分母。“本库未见”指：在这 {n} 份文档的别处没有找到。"
      )
    case .rowsShown:
      (
        "The first {shown} of {n}; all are in report.json.",
        "前 {shown} 项，共 {n} 项；完整列表见 report.json。"
      )
    case .documentsShown:
      (
        "The {shown} of {n} documents with the greatest share of stock; all are in report.json.",
        "{n} 份文档中套话比例最高的 {shown} 份；完整列表见 report.json。"
      )
    case .pairsText:
      (
        "Pairs of documents with a copied passage, the best of each document.",
        "有照搬段落的文档对，每份文档取最好的一对。"
      )
    case .repeatReport:
      (
        "To repeat this report; the same files and settings give the same bytes:",
        "重做这份报告（同样的文件和设置得到逐字节相同的报告）："
      )
    case .summaryPhrases:
      (
        "stock {n?phrase|phrases}, each in at least {d} of {sources} {sources?source|sources}",
        "条套话，每条至少见于 {sources} 个来源中的 {d} 个"
      )
    case .summaryStock:
      (
        "tokens are stock: formulas {formula}, names and titles {term}",
        "个词元属于套话：套语 {formula}，名称与标题 {term}"
      )
    case .summaryOriginal:
      (
        "tokens ({share}) were not found elsewhere in these {n} {n?document|documents}",
        "个词元（{share}）在这 {n} 份文档的别处没有找到"
      )
    case .checkHeadline:
      (
        "{path}: {stock} of {tokens} tokens are stock ({share}), {borrowed} copied; compared with {n} {n?document|documents} of {sources} {sources?source|sources}.",
        "{path}：{tokens} 个词元中 {stock} 个属于套话（{share}），{borrowed} 个照搬；对照 {n} 份文档、{sources} 个来源。"
      )
    default: nil
    }
  }

  private static func note(_ key: WordKey) -> (String, String)? {
    switch key {
    case .noteEmpty:
      ("The corpus holds no text.", "语料库中没有文本。")
    case .noteSmallCorpus:
      (
        "Only {n} {n?source|sources}: a small corpus proves little.",
        "仅有 {n} 个来源：小语料库证明不了多少。"
      )
    case .noteMinimumLowered:
      (
        "Fewer than 6 documents: a phrase counts as stock from {d} sources on.",
        "文档少于 6 份：一个片段出现在 {d} 个来源中即算套话。"
      )
    case .noteNothingFound:
      (
        "The longest run shared by two sources is {run} {run?token|tokens}; stock takes {d} sources.",
        "两个来源之间最长的相同片段为 {run} 个词元；套话须见于 {d} 个来源。"
      )
    case .noteSkipped:
      (
        "{n} {n?file was|files were} not read; the report lists {n?it|them} with the reason.",
        "有 {n} 个文件未能读取，报告中列出了原因。"
      )
    case .noteWarned:
      (
        "{n} {n?document has|documents have} text that looks wrong or hides something; the report says what.",
        "有 {n} 份文档的文字看来有误，或藏有看不见的内容，报告中有说明。"
      )
    case .noteGrouped:
      (
        "{n} near-duplicate documents count as {groups} {groups?source|sources}.",
        "{n} 份近似重复的文档按 {groups} 个来源计。"
      )
    case .noteCurveLeftOut:
      (
        "The corpus is large: the curve leaves out {lengths} (--full-curve has them).",
        "语料库较大：长度曲线略去 {lengths}（--full-curve 可计算）。"
      )
    case .noteFrameUndated:
      (
        "Of {all} {all?document|documents} {n} {n?has|have} no year: {n?it is|they are} left out of the comparison by year.",
        "{all} 份文档中有 {n} 份年份不明，未列入按年比较。"
      )
    case .notePairsLeftOut:
      (
        "{n} further {n?pair|pairs} of documents with a copied passage {n?is|are} not listed.",
        "另有 {n} 对文档有照搬段落，未列出。"
      )
    default: nil
    }
  }

  private static func hook(_ key: WordKey) -> (String, String)? {
    switch key {
    case .hookHeadline:
      (
        "{n} {n?document|documents} {scope}, compared with {compared}: {result}",
        "{scope}文档 {n} 份，对照 {compared} 份：{result}"
      )
    case .hookNothing: ("no document is {scope}: nothing to check.", "没有{scope}文档，无须检查。")
    case .hookPasses:
      (
        "nothing blocks, {rest} {rest?note|notes}.",
        "没有须拦下的问题，提示 {rest} 条。"
      )
    case .hookFails:
      (
        "{errors} {errors?finding blocks|findings block}, {rest} {rest?note|notes}.",
        "须拦下 {errors} 处，提示 {rest} 条。"
      )
    case .hookWhole:
      (
        " {whole} named {whole?document has|documents have} nothing staged and {whole?was|were} judged whole.",
        "另有 {whole} 份指名文档没有改动，已全文检查。"
      )
    case .hookPassedBy:
      (
        " {passedBy} named {passedBy?file is no document by its name|files are no documents by their names}.",
        "指名的文件中有 {passedBy} 个按名称不是文档。"
      )
    case .hookUnread:
      (
        " {unread} committed {unread?document|documents} could not be compared with.",
        "已提交的文档中有 {unread} 份无法对照。"
      )
    case .hookBehind:
      (
        " {behind} {behind?document|documents} changed since its phrases were found: taohua hook index.",
        "其词句确定之后又有 {behind} 份文档改动：taohua hook index。"
      )
    case .hookMore:
      (
        "{n} more {n?finding is|findings are} not shown; taohua check --staged shows all.",
        "另有 {n} 处未显示；用 taohua check --staged 查看全部。"
      )
    case .scopeStaged: ("staged", "已暂存的")
    case .scopeSince: ("changed since {old}", "自 {old} 以来改动的")
    case .scopeStagedSince: ("staged and changed since {old}", "自 {old} 以来改动并已暂存的")
    case .scopeBetween: ("changed from {old} to {new}", "从 {old} 到 {new} 改动的")
    default: advice(key)
    }
  }

  private static func advice(_ key: WordKey) -> (String, String)? {
    switch key {
    case .adviceCopied:
      (
        "same as {source}; link it, or: taohua allow {id} --reason …",
        "与 {source} 相同；可改为引用链接，或：taohua allow {id} --reason …"
      )
    case .adviceResidue:
      (
        "left over from {source}; put in what holds here, or: taohua allow {id} --reason …",
        "来自 {source} 的残留；请改为本文的内容，或：taohua allow {id} --reason …"
      )
    case .adviceOpen:
      (
        "put in what belongs here, or: taohua allow {id} --reason …",
        "请填写应有的内容，或：taohua allow {id} --reason …"
      )
    case .adviceMisquoted:
      ("quote it word for word", "请逐字引用")
    case .adviceShare:
      ("say more in your own words, or raise --max-stock", "请多写自己的话，或调高 --max-stock")
    case .adviceNote:
      (
        "taohua explain {id} shows every place; or: taohua allow {id} --reason …",
        "taohua explain {id} 列出每一处；或：taohua allow {id} --reason …"
      )
    case .adviceEntry:
      ("take it out where it stands, or mend it", "请在原处删去或改正")
    case .adviceUnreadable:
      (
        "save it so that it can be read; or leave it out: git restore --staged {path}, or --exclude {path}",
        "请另存为可读取的格式；或不提交：git restore --staged {path}，或用 --exclude {path} 排除"
      )
    default: nil
    }
  }

  private static func word(_ key: WordKey) -> (String, String) {
    switch key {
    case .formula: ("formula", "套语")
    case .term: ("term", "名称")
    case .title: ("title", "标题")
    case .quotation: ("quotation", "引语")
    case .stock: ("stock", "套话")
    case .borrowed: ("copied", "照搬")
    case .shared: ("shared", "相同片段")
    case .repeated: ("repeated", "重复")
    case .original: ("not found", "本库未见")
    case .allowed: ("allowed", "规定用语")
    case .of: ("{share} of {tokens} tokens", "{tokens} 个词元的 {share}")
    case .corpus: ("Corpus", "语料库")
    case .documents: ("Documents", "文档")
    case .sources: ("Sources", "来源")
    case .tokens: ("Tokens", "词元")
    case .characters: ("Characters", "字数")
    case .bytes: ("Bytes", "字节")
    case .phrase: ("Phrase", "套话")
    case .phrases: ("Phrases", "套话")
    case .names: ("Terms and titles", "名称与术语")
    case .kind: ("Kind", "类别")
    case .places: ("Places", "处")
    case .share: ("Share", "比例")
    case .number: ("No.", "序号")
    case .length: ("Length", "长度")
    case .curve: ("How much recurs, by length", "多长的片段会重现")
    case .document: ("Document", "文档")
    case .duplicates: ("Near-duplicates", "近似重复")
    case .duplicateGroup: ("Group {n}", "第 {n} 组")
    case .pairs: ("Copied passages", "照搬段落")
    case .passages: ("Passages", "段落")
    case .skipped: ("Not read", "未读取的文件")
    case .path: ("File", "文件")
    case .reason: ("Reason", "原因")
    case .settings: ("Settings", "设置")
    case .shingleLength: ("Shortest run that is reported (k)", "报告的最短片段（k）")
    case .minimumDocuments: ("Sources that make a phrase stock (d)", "算作套话所需的来源数（d）")
    case .borrowedLength: ("Shortest copied passage", "最短照搬段落")
    case .sharedLength: ("Shortest shared run", "最短相同片段")
    case .lengths:
      ("{unspaced} tokens, in spaced text {spaced} words", "{unspaced} 个词元；以空格分词的文本 {spaced} 个词")
    case .fromSize: ("{d}, from the number of sources", "{d}（由来源数得出）")
    case .groupsNearDuplicates: ("Near-duplicates count as one source", "近似重复的文档算一个来源")
    case .splitsCompilations: ("Compilations are split", "拆分汇编")
    case .version: ("Version", "版本")
    case .date: ("Date", "日期")
    case .yes: ("yes", "是")
    case .no: ("no", "否")
    case .oneOf: ("{n} of {sources}", "{n} / {sources}")
    case .bothDocuments: ("Documents of the pair", "文档对")
    case .written: ("Written: {paths}", "已写入：{paths}")
    case .next: ("Next: {command}", "下一步：{command}")
    case .checkClean: ("Nothing found.", "没有发现。")
    case .noteCopiesCut:
      (
        "{n} {n?passage stands|passages stand} in more than 512 places; only the first 512 were compared for copies.",
        "{n} 段文字出现在 512 处以上，查找照搬时只比较了前 512 处。"
      )
    case .noteAllowExpired:
      (
        "{n} {n?entry|entries} of the allow list expired and {n?holds|hold} no more: {places}.",
        "规定用语表中有 {n} 条已过期，不再生效：{places}。"
      )
    case .noteAllowUnused:
      (
        "{n} {n?entry|entries} of the allow list {n?stands|stand} in none of the documents that {n?it is|they are} allowed in: {places}.",
        "规定用语表中有 {n} 条在其适用的文档中均未出现：{places}。"
      )
    case .checkSentences:
      (
        "Of {n} {n?sentence|sentences}: {formula} formula, {mandated} mandated, {copied} copied, {shared} shared, {mixed} mixed, {original} not found elsewhere.",
        "{n} 个句子：套话 {formula}，规定用语 {mandated}，照搬 {copied}，相同片段 {shared}，混合 {mixed}，本库未见 {original}。"
      )
    case .checkLeftOut:
      (
        " Left out: {n} {n?document|documents}, the draft itself or nearly the same.",
        "未计入：{n} 份文档，即草稿本身或与之近似重复者。"
      )
    case .checkSuppressed:
      (
        "Not listed: {n} {n?finding that a comment suppresses|findings that comments suppress}.",
        "另有 {n} 处已由文中注释豁免，未列出。"
      )
    case .checkAsOf:
      (
        "Of the earlier reports {n} {n?is|are} from before {date}; left out: {later} of that day or later, {undated} without a date.",
        "既往报告中有 {n} 份早于 {date}；未计入：当日或其后 {later} 份，日期不明 {undated} 份。"
      )
    case .checkKnown:
      ("Not listed: {n} {n?finding that is|findings that are} not new.", "另有 {n} 处早已存在，未列出。")
    case .checkFailed: ("Failed: {reasons}", "未通过：{reasons}")
    case .checkPassed: ("Passed.", "通过。")
    default: preconditionFailure("a sentence without its template: \(key)")
    }
  }
}
