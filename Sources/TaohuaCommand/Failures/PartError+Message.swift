internal import CorpusIndex
internal import Glibc
internal import Taohua

extension PartError {
  /// What is wrong and which command mends it, in words.
  ///
  /// - Parameter folder: of the audit, as it was named.
  func message(folder: String) -> String {
    switch self {
    case .unusable(.plan, .lost):
      "\(folder): there is no plan; make one with: taohua shard \(folder) PATH"
    case .unusable(let part, let error): unusable(part, error, folder)
    case .outdated(let part, let file):
      "\(file): was made of other input than is there now; make it again with: "
        + part.command(folder)
    case .otherVersion(let file):
      "\(file): was made by another version of taohua; plan again with: taohua shard \(folder) PATH"
    case .changed(let name, let split):
      """
      \(name): has changed since the plan was made (split \(split))
        plan again, what has not changed is kept: taohua shard \(folder) PATH
      """
    case .noSuch(.range(let number), let count):
      "there is no range \(number) in \(folder), which has ranges 1 to \(count)"
    case .noSuch(.split(let number), let count):
      "there is no split \(number) in \(folder), which has splits 1 to \(count)"
    case .noSuch(.plan, _): "\(folder): there is no plan"
    case .tooLarge(let tokens):
      "\(folder): has \(tokens) tokens, and one audit can have \(UInt32.max - 1)"
    }
  }

  private func unusable(_ part: PartName, _ error: IndexError, _ folder: String) -> String {
    let again = "make it again with: \(part.command(folder))"
    return switch error {
    case .lost(let file): "\(file): is missing; \(again)"
    case .damaged(let file, let offset, let length) where length > 0:
      "\(file): is damaged in the \(length) bytes from offset \(offset); \(again)"
    case .damaged(let file, _, _): "\(file): is damaged; \(again)"
    case .otherFormat(let file, let found, let expected):
      "\(file): has the format \(found) of another version; this one reads \(expected); \(again)"
    case .system(let file, let errno):
      "\(file): \(SystemError(code: errno).description); when that is mended: "
        + part.command(folder)
    default: error.message
    }
  }
}

extension PartName {
  /// The command that makes the part.
  fileprivate func command(_ folder: String) -> String {
    switch self {
    case .plan: "taohua shard \(folder) PATH"
    case .split(let number): "taohua shard \(folder) --part \(number)"
    case .range(let number): "taohua merge \(folder) --part \(number)"
    }
  }
}
