internal import Glibc

/// Whether output is coloured.
enum ColorChoice: String, CaseIterable {
  case auto, always, never

  /// The answer for `file`: `auto` colours on a terminal that is not dumb.
  func isColored(_ file: Int32) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: SettingEnvironment.value("TERM") != "dumb" && isatty(file) == 1
    }
  }
}
