internal import Taohua
internal import WordMarkup

/// Why there is no annotated copy of a draft.
enum AnnotationFailure: Error, Hashable {
  /// One copy cannot be that of several drafts.
  case severalDrafts(count: Int)
  /// The draft is no document of Word.
  case notWord(draft: String)
  /// The copy is of the draft's own format, and Word asks the name for it.
  case otherEnding(path: String, draft: String, ending: String)
  /// The copy would take the place of a document that is read.
  case replacesInput(path: String, input: String)
  /// The document cannot be annotated.
  case document(path: String, WordMarkupError)

  /// What is said of it.
  var message: String {
    switch self {
    case .severalDrafts(let count):
      """
      --annotate writes a copy of one draft; there are \(count)
        check them one by one, each with a copy of its own
      """
    case .notWord(let draft):
      """
      \(draft): is no .docx, and --annotate writes into Word documents alone
        --report html=FILE shows any draft in colours
      """
    case .otherEnding(let path, let draft, let ending):
      "\(path): the copy of \(draft) is a .\(ending), too; give it a name that ends with .\(ending)"
    case .replacesInput(let path, let input):
      "\(path): the copy would take the place of \(input), which is read; name another file"
    case .document(let path, let error): "\(path): \(error.message)"
    }
  }
}

extension WordMarkupError {
  fileprivate var message: String {
    switch self {
    case .unreadable(let error): error.reason
    case .encoding(let part):
      "\(part) in it is not UTF-8; save the document in Word or LibreOffice, and annotate that"
    case .tooLarge(let part):
      "\(part) in it would grow too large with the marks; --report html=FILE shows it in colours"
    case .changesText:
      "its XML is not in order, and a copy would not read the same; save it in Word or LibreOffice, and annotate that"
    }
  }
}
