internal import Glibc

/// A failed system call, in the system's words.
package struct SystemError: CustomStringConvertible, Sendable {
  package let code: Int32

  package init(code: Int32) { self.code = code }

  package var description: String {
    guard let message = strerror(code) else { return "error \(code)" }
    return String(cString: message).lowercased()
  }
}
