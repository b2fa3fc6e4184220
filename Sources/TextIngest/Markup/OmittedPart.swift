/// What a document holds beside its prose. Each is left out and counted; the value is the name that
/// reports give it.
enum OmittedPart: String, Sendable, CaseIterable {
  case codeBlocks = "code blocks"
  case comments
  case deletedRevisions = "deleted revisions"
  case embeddedObjects = "embedded objects"
  case fieldCodes = "field codes"
  case footers
  case forms
  case headers
  case hiddenText = "hidden text"
  case listLabels = "list labels"
  case navigation
  case noteMarks = "note marks"
  case pageNumbers = "page numbers"
  case pagesWithoutText = "pages without text"
  case pictures
  case placeholders
  case rubyText = "ruby text"
  case runningHeads = "running heads"
  case scripts = "scripts and style sheets"
  case symbols = "symbols of unknown fonts"
}
