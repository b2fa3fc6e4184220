internal import Glibc
internal import TextIngest

/// A file that is written under a temporary name beside its place, and then renamed.
///
/// Whoever is killed leaves the temporary file behind. The next writer takes it away: it is known by its name,
/// and as nobody's by the lock that its writer held.
final class StagedFile {
  private let place: OutputPath
  private var temporary = ""
  private var file: Int32 = -1
  private var isInPlace = false

  /// Opens the temporary file, making the folders above it.
  init(_ place: OutputPath) throws(CommandFailure) {
    self.place = place
    if place.isSpecial {
      file = open(place.target, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw .unwritable(path: place.path, errno: errno) }
    } else {
      try place.makeFolder()
      repeat { try openTemporary() } while !isOurs
      if let mode = place.mode { fchmod(file, mode) }
    }
  }

  /// Its length is the same for every file: beside a name of 255 bytes there is no room for more.
  private func openTemporary() throws(CommandFailure) {
    if file >= 0 { close(file) }
    let unique = String(UInt64.random(in: 0 ... .max), radix: 36)
    temporary = "\(place.folder)/\(Self.prefix)\(unique)\(Self.suffix)"
    file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .unwritable(path: place.path, errno: errno) }
  }

  /// Locks the file; false where another process took it for a remain before that, and takes it away. A file
  /// system without locks is one on which nothing is taken away.
  private var isOurs: Bool {
    if flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK { return false }
    var status = stat()
    return fstat(file, &status) != 0 || status.st_nlink > 0
  }

  /// What the names of temporary files begin and end with.
  private static let prefix = ".taohua-"
  private static let suffix = ".tmp"

  /// Takes away what writers left in `folder` that were killed; those that still write hold their locks.
  static func removeRemains(in folder: String) {
    for entry in (try? FolderListing(folder).entries) ?? [] where entry.kind == .file {
      let name = String(decoding: entry.name, as: UTF8.self)
      if name.hasPrefix(prefix) && name.hasSuffix(suffix) { removeRemain("\(folder)/\(name)") }
    }
  }

  private static func removeRemain(_ path: String) {
    let file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return }
    defer { close(file) }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
  }

  /// Where the file is until it is in its place, for those that open it themselves.
  var temporaryPath: String {
    get throws(CommandFailure) {
      if place.isSpecial { throw .unwritable(path: place.path, errno: EINVAL) }
      return temporary
    }
  }

  /// Writes `content` to `path`: the old file or the new one, never half of one.
  static func write(_ content: [UInt8], to path: String) throws(CommandFailure) {
    let place = OutputPath(path)
    if !place.isSpecial { removeRemains(in: place.folder) }
    try write(content, to: place)
  }

  /// The same in a folder without remains.
  static func write(_ content: [UInt8], to place: OutputPath) throws(CommandFailure) {
    let staged = try StagedFile(place)
    defer { staged.discard() }
    try staged.append(content)
    try staged.finish()
    try staged.commit()
  }

  /// Writes `bytes` at the end.
  func append(_ bytes: [UInt8]) throws(CommandFailure) {
    do {
      try FileDescriptor.write(bytes[...], to: file)
    } catch {
      throw .unwritable(path: place.path, errno: error.errno)
    }
  }

  /// Completes the file: a full disk may show only when a file is closed. The lock stays until it is in its place.
  func finish() throws(CommandFailure) {
    let copy = dup(file)
    guard copy >= 0, close(copy) == 0 else {
      throw .unwritable(path: place.path, errno: errno)
    }
  }

  /// Puts the file in its place.
  func commit() throws(CommandFailure) {
    if !place.isSpecial {
      guard rename(temporary, place.target) == 0 else {
        throw .unwritable(path: place.path, errno: errno)
      }
      isInPlace = true
    }
    closeFile()
  }

  /// Takes the temporary file away, if it is still there.
  func discard() {
    if !isInPlace && !place.isSpecial { unlink(temporary) }
    closeFile()
  }

  private func closeFile() {
    if file >= 0 { close(file) }
    file = -1
  }
}
