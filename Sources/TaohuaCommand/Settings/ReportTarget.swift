/// `FORMAT=FILE` of `--report`, or `tables=FOLDER`.
struct ReportTarget: Hashable {
  /// What a target must look like.
  static func rule(_ formats: [String]) -> String {
    let folders = formats.filter { FolderFormat(rawValue: $0) != nil }
    let files = formats.filter { !folders.contains($0) }
    let names = files.dropLast().joined(separator: ", ") + " or " + (files.last ?? "")
    let others = folders.map { ", or \($0)=FOLDER" }.joined()
    let elsewhere = folders.isEmpty ? "; tables and charts are written by taohua audit" : ""
    return "FORMAT=FILE with the format \(names)\(others), such as json=report.json\(elsewhere)"
  }

  let format: String
  let path: String

  init(format: String, path: String) {
    self.format = format
    self.path = path
  }

  /// Nil unless `text` is of that form, with one of `formats`.
  init?(_ text: String, formats: [String]) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, formats.contains(String(parts[0])) else {
      return nil
    }
    format = String(parts[0])
    path = String(parts[1])
  }
}

extension Settings {
  /// The reports that go to files.
  var reportTargets: [ReportTarget] {
    list(.report).compactMap { ReportTarget($0, formats: command.fileFormats) }
  }
}
