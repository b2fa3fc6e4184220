internal import CProcess
internal import Glibc

/// A folder for temporary files that nobody else may look into, gone when this value is.
struct PrivateFolder: ~Copyable {
  let path: String

  /// - Throws: ``IngestError/unreadable(errno:)`` where none can be made.
  init() throws(IngestError) {
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(root)/taohua-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .unreadable(errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { cprocess_remove_folder(path) }

  /// Makes the folder `name`, and those that it stands in.
  func makeFolder(_ name: String) throws(IngestError) {
    var path = path
    for component in name.split(separator: "/") {
      path += "/\(component)"
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .unreadable(errno: errno) }
    }
  }

  /// Writes the file `name`.
  func write(_ content: [UInt8], to name: String) throws(IngestError) {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unreadable(errno: errno) }
    defer { close(file) }
    var rest = content[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .unreadable(errno: errno) }
      rest = rest.dropFirst(count)
    }
  }
}
