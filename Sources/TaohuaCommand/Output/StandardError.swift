internal import Glibc
internal import PhraseReport

/// Messages for people.
enum StandardError {
  /// Writes `taohua: error: ` and the message; further lines stand as they are.
  static func write(_ message: String) { line("taohua: error: " + message) }

  /// Writes `taohua: warning: ` and the message.
  static func warn(_ message: String) { line("taohua: warning: " + message) }

  /// Writes one line. What cannot be written is lost: there is nowhere left to say so.
  static func line(_ text: String) { raw(DisplayText.safe(text) + "\n") }

  /// Writes `text` in one call.
  static func raw(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
