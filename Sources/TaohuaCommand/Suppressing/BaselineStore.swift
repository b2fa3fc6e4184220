internal import PhraseReport
internal import Taohua
internal import TextIngest

/// The baseline on disk.
struct BaselineStore {
  /// Where it is looked for, from the working folder up to the repository's root.
  static let name = ".taohua/baseline"
  /// What stands for no baseline in settings.
  static let none = "none"

  /// As the user sees it.
  let path: String
  let baseline: Baseline
  /// The folder that its paths are relative to, an absolute path.
  let folder: String
  /// Whether there is such a file.
  let isThere: Bool

  /// The baseline that the settings name, else the nearest one; nil where there is none.
  init?(_ settings: Settings) throws(CommandFailure) {
    let named = settings.text(.baseline)
    if named == Self.none { return nil }
    guard let path = named ?? ProjectFile.nearest(Self.name) else { return nil }
    try self.init(path: path, isOptional: false)
  }

  /// The same, but a new one where there is none.
  init(new settings: Settings) throws(CommandFailure) {
    let path = settings.text(.baseline) ?? ProjectFile.nearest(Self.name) ?? Self.name
    try self.init(path: path, isOptional: true)
  }

  private init(path: String, isOptional: Bool) throws(CommandFailure) {
    self.path = path
    folder = ProjectFile.folder(of: path)
    isThere = SmallFile.exists(path)
    if isOptional && !isThere {
      baseline = Baseline()
      return
    }
    let content: [UInt8]
    do throws(SystemFailure) {
      content = try SmallFile.content(of: path)
    } catch {
      throw .baselineUnreadable(file: path, errno: error.errno)
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .malformedBaseline(file: path, BaselineError(line: 1, expected: "text in UTF-8"))
    }
    do throws(BaselineError) {
      baseline = try Baseline(text: text)
    } catch {
      throw .malformedBaseline(file: path, error)
    }
  }

  /// What it knows of a check of `drafts`.
  func review(_ report: CheckReport, _ drafts: Corpus) -> BaselineReview {
    BaselineReview(baseline, of: report, drafts, folder: folder) { path in
      SmallFile.exists(path.hasPrefix("/") ? path : folder + "/" + path)
    }
  }

  /// Puts `baseline` in its place: the old file or the new one, never half of one.
  func write(_ baseline: Baseline) throws(CommandFailure) {
    try StagedFile.write(Array(baseline.text.utf8), to: path)
  }
}
