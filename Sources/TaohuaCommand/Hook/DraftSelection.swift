internal import TextIngest

/// Which files of a change are checked.
struct DraftSelection {
  /// What becomes of a named file that the change does not touch.
  enum Untouched {
    /// Names narrow the change: nothing of the file is new.
    case leftOut
    /// It is judged whole, as if all of it were new (`pre-commit run --all-files`).
    case judgedWhole
  }

  /// In git's order.
  let files: [ChangedFile]
  /// Arguments that lead to nothing of the change.
  let untouched: [String]
  /// Named files that are no documents by their names.
  let passedBy: Int

  /// Chooses among the documents of `changes`.
  ///
  /// A file that is named itself is checked even if an ignore file names it, unless `forced`.
  init(
    among changes: ChangeSet, named names: NamedPaths, isForced: Bool,
    filter: inout DocumentFilter
  ) throws(CommandFailure) {
    var named: [ChangedFile] = []
    var found: [ChangedFile] = []
    for file in changes.files {
      switch names.match(file.path) {
      case .itself where !isForced: named.append(file)
      case .itself, .folderAbove: found.append(file)
      case .not: continue
      }
    }
    var kept = Set(try filter.documents(among: found.map(\.path)))
    kept.formUnion(named.map(\.path).filter(DocumentFilter.isDocument))
    files = changes.files.filter { kept.contains($0.path) }
    passedBy = changes.files.count {
      names.match($0.path) == .itself && !DocumentFilter.isDocument($0.path)
    }
    untouched = names.arguments(
      without: changes.files.map(\.path) + changes.deleted + changes.unchanged)
  }
}
