internal import PhraseReport

extension ChangeSet.Scope {
  /// The scope of a run.
  ///
  /// pre-commit names the two ends where there is no index to look at (in CI, before a push): what is
  /// staged would be nothing there, and a silent pass.
  ///
  /// - Parameters:
  ///   - isStaged: whether the user asked for what is staged.
  ///   - reference: what the user named with `--since`.
  init(isStaged: Bool, since reference: String?) {
    if let reference {
      self = isStaged ? .stagedSince(reference) : .since(reference)
      return
    }
    guard SettingEnvironment.value("PRE_COMMIT") != nil,
      let old = SettingEnvironment.value("PRE_COMMIT_FROM_REF")
    else {
      self = .staged
      return
    }
    let new = SettingEnvironment.value("PRE_COMMIT_TO_REF")
    self = new.map { .between(old, $0) } ?? .since(old)
  }

  /// As the summary names it.
  var reported: HookFacts.Scope {
    switch self {
    case .staged: .staged
    case .since(let name): .since(name)
    case .stagedSince(let name): .stagedSince(name)
    case .between(let old, let new): .between(old, new)
    case .commits(let old, let new): .between(old.text, new.text)
    }
  }
}
