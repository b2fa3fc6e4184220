internal import CProcess
internal import Glibc

/// A folder for temporary files that nobody else may look into, gone when this value is, or when we are
/// interrupted.
///
/// Who is killed leaves it behind. The next that makes one takes it away: the lock on it is gone.
struct PrivateFolder: ~Copyable {
  let path: String
  private let lock: Int32

  /// - Throws: ``IngestError/unreadable(errno:)`` where none can be made.
  init() throws(IngestError) {
    _ = Self.remainsAreGone
    var made: (path: String, lock: Int32)?
    repeat { made = try Self.make() } while made == nil
    (path, lock) = made!
  }

  /// A new folder and the lock on it; nil where another process took it for a remain first.
  private static func make() throws(IngestError) -> (path: String, lock: Int32)? {
    var template = Array("\(root)/\(prefix)XXXXXX".utf8CString)
    let error = cprocess_make_folder(&template)
    guard error == 0 else { throw .unreadable(errno: error) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock < 0 { return errno == ENOENT ? nil : (path, lock) }
    let isTaken = flock(lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    if !isTaken && access(path, F_OK) == 0 { return (path, lock) }
    close(lock)
    return nil
  }

  deinit {
    cprocess_remove_folder(path)
    if lock >= 0 { close(lock) }
  }

  private static var root: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }
  private static let prefix = "taohua-conversion-"

  /// Once in a process: a folder of temporary files may have many entries.
  private static let remainsAreGone: Void = removeRemains(in: root)

  /// Takes away the folders of our user that nobody holds a lock on.
  static func removeRemains(in root: String) {
    for entry in (try? FolderListing(root).entries) ?? [] where entry.kind == .folder {
      let name = String(decoding: entry.name, as: UTF8.self)
      if name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
        removeRemain("\(root)/\(name)")
      }
    }
  }

  private static func removeRemain(_ path: String) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return }
    defer { close(folder) }
    var status = stat()
    guard fstat(folder, &status) == 0, status.st_uid == geteuid() else { return }
    if flock(folder, LOCK_EX | LOCK_NB) == 0 { cprocess_remove_folder(path) }
  }

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
