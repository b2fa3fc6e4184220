internal import TextIngest

/// Shows a page that was written in the user's browser.
enum PageOpener {
  /// Opens the file at `path` and does not wait; says so where nothing can open it.
  static func open(_ path: String) {
    let file = OutputPath(path).target
    for call in calls(for: file) {
      do throws(SystemFailure) {
        return try ChildProcess(program: call[0], arguments: Array(call.dropFirst())).start()
      } catch {
        continue
      }
    }
    StandardError.warn("\(path): no browser was found; open the file yourself, or set BROWSER")
  }

  /// What may open `file`, the user's choice first: `BROWSER` is a list of commands, with colons between,
  /// in which `%s` stands for the file.
  private static func calls(for file: String) -> [[String]] {
    let chosen = (SettingEnvironment.value("BROWSER") ?? "").split(separator: ":").map { command in
      let words = command.split(separator: " ").map(String.init)
      return words.contains { $0.contains("%s") }
        ? words.map { $0.replacing("%s", with: file) } : words + [file]
    }
    #if os(macOS)
      let usual = ["open", file]
    #else
      let usual = ["xdg-open", file]
    #endif
    return chosen.filter { $0.count > 1 } + [usual]
  }
}
