internal import Glibc

/// What the system says of its failures, in its words.
enum SystemText {
  /// The text of `errno`, starting small: `no such file or directory`.
  static func of(_ errno: Int32) -> String {
    guard let text = strerror(errno) else { return "error \(errno)" }
    let words = String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
