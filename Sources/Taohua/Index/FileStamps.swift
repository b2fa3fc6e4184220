internal import CorpusIndex
internal import Glibc

/// What the system said of files before they were read.
struct FileStamps {
  private var stamps: [FileName: FileStamp] = [:]

  /// A file that changed so lately may change once more without another time stamp.
  private static let lately = 100_000_000

  init(_ inputs: [InputPath]) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    for input in inputs where input.content == nil {
      var status = stat()
      guard stat(input.path, &status) == 0 else { continue }
      let modified = Self.nanoseconds(status.st_mtim)
      if modified + Self.lately > Self.nanoseconds(now) { continue }
      stamps[FileName(input.name)] = FileStamp(
        size: Int(status.st_size), modified: modified, inode: Int(status.st_ino))
    }
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  /// Nil for bytes that are no file of the system, and for what has just changed.
  subscript(input: InputPath) -> FileStamp? { stamps[FileName(input.name)] }
}
