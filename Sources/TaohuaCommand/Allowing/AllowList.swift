internal import PhraseReport
internal import Taohua
internal import TextIngest

/// The allow list of a run: of `--allow`, else the nearest one, and template files.
struct AllowList {
  /// The entries that hold.
  private(set) var entries: [AllowEntry] = []
  /// Those that hold no more.
  private(set) var expired: [AllowEntry] = []

  init(_ settings: Settings) throws(CommandFailure) {
    guard settings.flag(.allowList) else { return }
    if let path = settings.text(.allow) ?? ProjectFile.nearest(AllowFile.name) {
      let today = settings.today
      for entry in try AllowFile(path: path).entries {
        if let expires = entry.expires, expires < today {
          expired.append(entry)
        } else {
          entries.append(entry)
        }
      }
    }
    for template in settings.list(.template) { entries.append(try Self.entry(template)) }
  }

  private static func entry(_ template: String) throws(CommandFailure) -> AllowEntry {
    do throws(SystemFailure) {
      let content = try SmallFile.content(of: template)
      return AllowEntry(
        phrase: String(decoding: content, as: UTF8.self), reason: "form \(template)")
    } catch {
      throw .configurationUnreadable(file: template, errno: error.errno)
    }
  }

  /// What is to be said of it after a run that found the entries `used`, and read all of a folder or file,
  /// an absolute path, if `covers` says so.
  func review(used: Set<Int>, covers: (String) -> Bool) -> AllowReview {
    AllowReview(entries, expired: expired, used: used, covers: covers)
  }
}

extension Settings {
  /// The day that entries must hold on: `--as-of`, else `--date`, else that of the environment or this one.
  var today: String { text(.asOf) ?? text(.date) ?? CalendarDate.today }
}
