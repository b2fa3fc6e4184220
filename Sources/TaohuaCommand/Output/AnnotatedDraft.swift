internal import PhraseReport
internal import Taohua
internal import TextIngest
internal import WordMarkup

/// The copy of a draft with marks and comments that `--annotate` asks for.
struct AnnotatedDraft {
  /// Where it goes.
  let path: String
  private let settings: Settings
  private var draft: InputPath?

  /// Nil where the settings ask for none.
  ///
  /// - Throws: `CommandFailure` where nothing could be written there.
  init?(_ settings: Settings) throws(CommandFailure) {
    guard let path = settings.text(.annotate) else { return nil }
    self.path = path
    self.settings = settings
    try OutputPath(path).check()
  }

  /// What a walk leaves out: the copy that an earlier run wrote. A file of somebody else's is an input.
  var written: [String] {
    let content = try? Reader.content(path: path)
    return content.map(WordMarkup.isAnnotated) ?? false ? [path] : []
  }

  /// Takes the one draft among `files`.
  ///
  /// - Throws: `CommandFailure.annotation` if it is not one, no document of Word, or the copy itself.
  mutating func take(_ files: InputFiles) throws(CommandFailure) {
    try spare(files)
    guard files.paths.count == 1, let only = files.paths.first else {
      if files.paths.isEmpty { return }
      throw .annotation(.severalDrafts(count: files.paths.count))
    }
    guard case .docx? = try? Reader.format(ofFileName: only.name) else {
      throw .annotation(.notWord(draft: only.name))
    }
    let ending = Self.ending(of: only.name)
    guard Self.ending(of: path) == ending else {
      throw .annotation(.otherEnding(path: path, draft: only.name, ending: ending))
    }
    draft = only
  }

  /// - Throws: `CommandFailure.annotation` if the copy would take the place of one of `files`.
  func spare(_ files: InputFiles) throws(CommandFailure) {
    let output = OutputPath(path)
    if let input = files.paths.first(where: { output.isSame(as: $0.path) }) {
      throw .annotation(.replacesInput(path: path, input: input.name))
    }
  }

  /// The letters behind the last dot of a file's name.
  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
  }

  /// The copy by what `report` says of the draft; nil where the draft could not be read.
  ///
  /// - Throws: `CommandFailure.annotation`.
  func report(of report: CheckReport) throws(CommandFailure) -> ReportWriter.Report? {
    guard let draft, let file = report.documents.first?.file else { return nil }
    let content = try content(of: draft, like: report.files[file].content)
    let annotations = DraftAnnotations(
      report, file: file,
      language: settings.choice(.lang, of: ReportLanguage.self, default: .english))
    do throws(WordMarkupError) {
      let outcome = try WordMarkup.annotate(
        content, with: annotations, date: settings.text(.date))
      if outcome.unplaced > 0 {
        StandardError.warn(
          "\(path): \(outcome.unplaced) comments have no place in the document; the report has them all"
        )
      }
      return ReportWriter.Report(path: path) { try $0(outcome.content) }
    } catch {
      throw .annotation(.document(path: draft.name, error))
    }
  }

  /// The bytes of the draft, whose text was `text` when it was checked.
  private func content(
    of draft: InputPath, like text: [UInt8]
  ) throws(CommandFailure) -> [UInt8] {
    do throws(IngestError) {
      let content = try Reader.content(path: draft.path, name: draft.name)
      guard try WordReader.mapped(content).text == text else { throw .changedWhileRead }
      return content
    } catch {
      throw .unreadable(path: draft.name, reason: error.reason)
    }
  }
}
