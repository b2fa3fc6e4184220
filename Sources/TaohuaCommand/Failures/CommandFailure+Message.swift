internal import Evaluation
internal import PhraseReport
internal import Taohua

/// The one place where failures become sentences: the file and place, what is wrong, what to do.
extension CommandFailure {
  /// What is said of the failure, without `taohua: error: `.
  var message: String {
    switch self {
    case .unknownKey, .wrongType, .invalidValue, .notTOML, .configurationUnreadable, .allowEntry:
      settingMessage
    case .baselineUnreadable, .malformedBaseline, .baselineGrows, .noBaseline: baselineMessage
    case .noDocuments, .listUnreadable, .standardInput, .unreadable, .notOneDocument, .notOneFile,
      .notAPair, .noTruth, .malformed, .metadata, .unknownMetadataKey:
      inputMessage
    case .unwritable, .standardOutput, .notAFolder, .notAFile: outputMessage
    case .annotation(let failure): failure.message
    case .git(let failure): failure.message
    case .indexBudget(let seconds):
      """
      the index of the last commit could not be made in \(seconds) s (--index-budget)
        make it once, however long it takes: taohua hook index
      """
    case .foreignHook(let path):
      """
      \(path): another hook is there already, and stays as it is
        to run both, add this line to it: taohua hook || exit 1
      """
    case .memory(let given, let needed):
      "--memory \(MemorySize(bytes: given).text) is too little for this corpus, which needs about "
        + "\(MemorySize(bytes: needed).text); give --scratch FOLDER, for a temporary file in it, or more memory"
    case .index(let error): error.message
    case .parts(let error, let folder): error.message(folder: folder)
    case .partsAmongInputs(let folder):
      "\(folder): lies in a folder that is to be read; keep the parts elsewhere"
    case .unknownFamily(let id):
      """
      no phrase has the id \(id)
        ids change with the text of the phrase alone; taohua audit --format json lists them
      """
    case .unknownRule(let code):
      "no rule has the code \(code)\n"
        + RulePage.list.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    case .noSuchLine(let line, let path, let lines):
      "\(path): there is no line \(line); the last one is \(lines)"
    case .emptyQuery(let text):
      "'\(text)' has no word or character to look for"
    case .malformedTerm(let malformed): malformed.message
    case .unknownOption(let option, let nearest):
      """
      there is no option '\(option)'; did you mean '\(nearest)'?
        to look for it as text, put it between quotation marks: taohua phrases '"\(option)"'
      """
    }
  }

  private var settingMessage: String {
    switch self {
    case .unknownKey(let key, let origin, let nearest):
      "\(origin.text): there is no setting '\(key)'; did you mean '\(nearest)'?"
    case .wrongType(let key, let origin, let expected, let found):
      "\(origin.text): '\(key)' must be \(expected), and is \(found)"
    case .invalidValue(let name, let given, let origin, let rule):
      invalidValueMessage(name, given, origin, rule)
    case .notTOML(let file, let line, let column, let problem):
      "\(file):\(line):\(column): not valid TOML: \(problem)"
    case .allowEntry(let file, let line, let problem):
      """
      \(file):\(line): \(problem)
        each has a phrase or an id, and a reason, and may have exact, paths and expires
      """
    case .configurationUnreadable(let file, let errno):
      "\(file): the configuration cannot be read: \(SystemError(code: errno).description)"
    default: ""
    }
  }

  private var baselineMessage: String {
    switch self {
    case .baselineUnreadable(let file, let errno):
      "\(file): the baseline cannot be read: \(SystemError(code: errno).description)"
    case .malformedBaseline(let file, let error):
      """
      \(file):\(error.line): expected \(error.expected)
        taohua baseline write makes a new one; --baseline none uses none
      """
    case .baselineGrows(let file, let count, let first):
      """
      \(file) would grow by \(count), and is left as it is
      \(first.map { "  \($0)\n" }.joined())\(count > first.count ? "  …\n" : "")\
        --allow-growth takes new findings in
      """
    case .noBaseline(let file):
      "\(file): there is no baseline; taohua baseline write makes one"
    default: ""
    }
  }

  private func invalidValueMessage(
    _ name: String, _ given: String, _ origin: SettingOrigin, _ rule: String
  ) -> String {
    let isText = given.count > 1 && given.first == "\"" && given.last == "\""
    let bare =
      isText ? String(given.dropFirst().dropLast()) : given.filter { !"[\"]".contains($0) }
    return switch origin {
    case .option: "--\(name) \(bare): must be \(rule)"
    case .environment(let variable): "\(variable)=\(bare): must be \(rule)"
    case .file, .builtIn: "\(origin.text): \(name) = \(given): must be \(rule)"
    }
  }

  private var inputMessage: String {
    switch self {
    case .noDocuments(let looked, let passedBy): noDocumentsMessage(looked, passedBy)
    case .listUnreadable(let file, let errno):
      "\(file): the list of files cannot be read: \(SystemError(code: errno).description)"
    case .standardInput(let errno):
      "standard input cannot be read: \(SystemError(code: errno).description)"
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .notOneDocument(let path): "\(path): is not one document; name a file"
    case .notOneFile(let count):
      "--format extracted writes the text of one file; \(count) were read"
    case .notAPair(let file, let line):
      "\(file):\(line): a line of a list of pairs has two names, with a space between"
    case .noTruth(let path):
      """
      \(path): is no folder with a gold.tsv or with PAN files
        a coding sheet is a file: taohua evaluate SHEET --report report.json
      """
    case .malformed(let file, let problem): malformedMessage(file, problem)
    case .metadata(let file, let malformed): malformed.message(in: file)
    case .unknownMetadataKey(let key, let given):
      """
      no document has the key '\(DisplayText.clean(key))' to count by
        there are series, author, place, year and date, and what front matter and --metadata give\(
          given.isEmpty ? "" : ": " + DisplayText.clean(given.joined(separator: ", ")))
      """
    default: ""
    }
  }

  private func malformedMessage(_ file: String, _ problem: FormatError) -> String {
    let place =
      switch problem.place {
      case .line(let line): ":\(line)"
      case .byte(let offset): ": byte \(offset)"
      case .field(let field): ": \(field)"
      }
    let found = problem.found.isEmpty ? "" : ", not '\(DisplayText.clean(problem.found))'"
    return "\(file)\(place): expected \(problem.expected)\(found)"
  }

  private func noDocumentsMessage(_ looked: [String], _ passedBy: Int) -> String {
    var lines = ["no document in \(looked.joined(separator: ", "))"]
    if passedBy > 0 {
      lines.append(
        passedBy == 1
          ? "  1 file there is no document by its name"
          : "  \(passedBy) files there are no documents by their names")
    }
    lines.append(
      "  taohua reads .txt, .md, .docx, .odt, .pdf, .html, .epub, .rtf and .doc; name the files, or a folder that holds some"
    )
    return lines.joined(separator: "\n")
  }

  private var outputMessage: String {
    switch self {
    case .unwritable(let path, let errno):
      "\(path): cannot be written: \(SystemError(code: errno).description); name another place with -o or --report"
    case .standardOutput(let errno):
      "standard output cannot be written: \(SystemError(code: errno).description)"
    case .notAFolder(let path):
      "\(path): is a file, and reports need a folder; name another with -o or --report"
    case .notAFile(let path):
      "\(path): is a folder, and a report needs a file"
    default: ""
    }
  }
}
