internal import Glibc
internal import TextIngest

/// A file that is written under a temporary name beside its place, and then renamed.
final class StagedFile {
  private let place: OutputPath
  private let temporary: String
  private var file: Int32
  private var isInPlace = false

  /// Opens the temporary file, making the folders above it.
  init(_ place: OutputPath) throws(CommandFailure) {
    self.place = place
    if place.isSpecial {
      temporary = ""
      file = open(place.target, O_WRONLY | O_CLOEXEC)
    } else {
      try place.makeFolder()
      temporary = "\(place.folder)/.\(place.fileName).\(getpid()).tmp"
      file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard file >= 0 else { throw .unwritable(path: place.path, errno: errno) }
    if let mode = place.mode, !place.isSpecial { fchmod(file, mode) }
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
    let staged = try StagedFile(OutputPath(path))
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

  /// Closes the file: a full disk may show here only.
  func finish() throws(CommandFailure) {
    let result = close(file)
    file = -1
    guard result == 0 else { throw .unwritable(path: place.path, errno: errno) }
  }

  /// Puts the file in its place.
  func commit() throws(CommandFailure) {
    guard !place.isSpecial else { return }
    guard rename(temporary, place.target) == 0 else {
      throw .unwritable(path: place.path, errno: errno)
    }
    isInPlace = true
  }

  /// Takes the temporary file away, if it is still there.
  func discard() {
    if file >= 0 { close(file) }
    file = -1
    if !isInPlace && !place.isSpecial { unlink(temporary) }
  }
}
