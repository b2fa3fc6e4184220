extension Rule {
  /// What there is to know of the rule.
  package var page: RulePage {
    switch self {
    case .stockPhrase, .nearVariant, .stockShare: stockPage
    case .copiedPassage, .repeated, .residue, .misquoted: passagePage
    case .unusedSuppression, .expired, .unreadable: housekeepingPage
    }
  }

  private var stockPage: RulePage {
    switch self {
    case .nearVariant:
      RulePage(
        summary: "a stock phrase with small edits",
        meaning: """
          A phrase that stands in many of the earlier reports stands here with a word more, a word less or \
          another order. Similarity is the tokens that match in order, over the longer side.
          """,
        why: "A formula does not become news by a changed adverb.",
        remedy: """
          As for TH001: say what happened, or allow the wording. Edited places of an allowed phrase are \
          allowed too, unless its entry says exact.
          """,
        severity: .note)
    case .stockShare:
      RulePage(
        summary: "more of the draft is stock than --max-stock allows",
        meaning: """
          The share of the draft's tokens that are stock by TH001 and TH002, allowed wording left out, is \
          above the limit. Without --max-stock there is no such finding.
          """,
        why: "One formula is style; a report of formulas says nothing of its year and place.",
        remedy: """
          Replace the longest formulas by what happened, allow what is prescribed, or raise --max-stock.
          """,
        severity: .error)
    default:
      RulePage(
        summary: "a phrase that many earlier reports hold",
        meaning: """
          Each of these tokens lies in a run that stands word for word in at least d of the earlier \
          reports; near-duplicates count once. Numbers, dates and blanks count as equal.
          """,
        why: "What stands in every report tells the reader nothing of this one.",
        remedy: """
          Say who did what, how many, where. Wording that is prescribed or wanted goes into the allow \
          list: taohua allow TEXT --reason WHY. taohua explain ID shows all places of the phrase.
          """,
        severity: .note)
    }
  }

  private var passagePage: RulePage {
    switch self {
    case .repeated:
      RulePage(
        summary: "a passage that stands earlier in the same draft",
        meaning: """
          A run of 13 or more tokens (8 words in spaced text) stands before, in the same draft, and is \
          neither stock nor found in another report. Names of bodies, laws and plans are left out.
          """,
        why: "What is said twice was pasted twice, or one of the two is not meant.",
        remedy: "Keep one of the two, or say in the second what is different there.",
        severity: .note)
    case .residue:
      RulePage(
        summary: "something was left over: of the source, of a form, of a redaction",
        meaning: """
          A place, year or figure in a copied passage that the rest of the draft does not have; a blank \
          that is still open (xx, **, ____, [ ]); a name in a draft that masks its like; the name of \
          another place where the draft's own is expected; a quotation mark that nothing closes; \
          characters that stand before and after a line break.
          """,
        why: "It shows every reader that the text was made from another one, or is not finished.",
        remedy: "Put in what is true of this report, or take it out.",
        severity: .warning, exceptions: "an error for the name of another place")
    case .misquoted:
      RulePage(
        summary: "prescribed wording that is not quoted word for word",
        meaning: """
          The passage is close to a phrase that the allow list has with exact = true, and differs from it.
          """,
        why: "Mandated wording is either quoted right or not at all.",
        remedy: "Put in the wording that the message gives.",
        severity: .error)
    default:
      RulePage(
        summary: "a passage that stands in another report",
        meaning: """
          A run of 40 or more tokens (25 words in spaced text) that are not stock stands in one other \
          report; or two or more runs of half that length in the same order; or a run of 60 (40 words) \
          stands whole in another report, whatever its tokens are.
          """,
        why: "A copied paragraph says of this year and place what was true of another.",
        remedy: """
          Write it anew, or link to the report that the message names. If it is meant: taohua allow, or \
          --max-borrowed N for so many tokens in a draft.
          """,
        severity: .error, exceptions: "a warning for a pair of shorter runs")
    }
  }

  private var housekeepingPage: RulePage {
    switch self {
    case .unusedSuppression:
      RulePage(
        summary: "a suppression that suppresses nothing",
        meaning: """
          An entry of the allow list, a line of the baseline or a comment in the draft matched nothing in \
          what was checked.
          """,
        why: "Suppressions that nobody needs hide the next finding.",
        remedy: "Take it out; for a baseline: taohua baseline prune.",
        severity: .warning)
    case .expired:
      RulePage(
        summary: "a suppression whose last day has passed",
        meaning: "The entry's `expires` lies before today, so that it allows nothing any more.",
        why: "Somebody set the day in order to look at it again.",
        remedy: "Take the entry out, or give it a new day and reason.",
        severity: .warning)
    default:
      RulePage(
        summary: "a draft that cannot be read",
        meaning: """
          The file is missing, or its bytes are no text of its format; the message says where. The exit \
          status is 2, whatever --fail-on says; the other drafts are checked.
          """,
        why: "A file that is skipped in silence would pass for one that is clean.",
        remedy: "Save it as text in UTF-8, or in a format that taohua reads.",
        severity: .error)
    }
  }
}
