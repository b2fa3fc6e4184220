internal import CorpusIndex
internal import Glibc
internal import Taohua

extension IndexError {
  /// What is wrong and what to do, in words.
  var message: String {
    switch self {
    case .missing(let folder):
      "\(folder): there is no index; make one with: taohua index build PATH"
    case .damaged(let file, let offset, let length):
      length == 0
        ? "\(file): is damaged; make the index anew with: taohua index build PATH"
        : "\(file): is damaged in the \(length) bytes from offset \(offset); make the index anew "
          + "with: taohua index build PATH"
    case .lost(let file):
      "\(file): belongs to the index and is gone; make the index anew with: taohua index build PATH"
    case .otherFormat(let file, let found, let expected):
      "\(file): has the format \(found) of another version; this one reads \(expected); make the index "
        + "anew with: taohua index build PATH"
    case .otherSettings(let found, let asked):
      """
      the index was made with other settings
        index: \(found)
        asked: \(asked)
        make it anew with these settings: taohua index build PATH
      """
    case .locked(let folder, let process):
      "\(folder): \(process.map { "process \($0)" } ?? "another process") is writing the index; "
        + "try again when it is done"
    case .system(let file, ENOSPC), .system(let file, EDQUOT):
      "\(file): the disk is full; free some space and try again: the index is as it was"
    case .system(let file, let errno): "\(file): \(SystemError(code: errno).description)"
    case .database(let file, let message): "\(file): the database says: \(message)"
    case .unerased(let folder, .system(_, ENOSPC)):
      "\(folder): the disk is full; nothing answers with what was removed, but bytes of it may be left: free "
        + "some space, then: taohua index remove --purge"
    case .unerased(let folder, let reason):
      "\(folder): nothing answers with what was removed, but bytes of it may be left: taohua index remove "
        + "--purge again (\(reason.message))"
    }
  }
}
