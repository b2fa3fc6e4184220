internal import CProcess
internal import Glibc

/// What a program has said so far.
struct ProgramOutput {
  enum Reached { case time, size }

  let limit: Int
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []

  /// Errors that are kept; there may be one for each word of a damaged document.
  private static let errorLimit = 1 << 16

  /// Reads both streams until the process has ended; the limit that was reached, if one was.
  mutating func read(
    _ streams: borrowing ProgramStreams, until deadline: Deadline, of process: pid_t
  ) -> Reached? {
    var files = [
      pollfd(fd: streams.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: streams.errors, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      // A program may close its streams and go on, and what it started may keep them open when it is
      // gone: it is looked at now and again. What it said before it ended is still there.
      let hasEnded = cprocess_has_ended(process) != 0
      let rest = deadline.rest
      if rest == 0 { return .time }
      // Most end as soon as they have closed their streams.
      let pause: Int32 = files.allSatisfy { $0.fd < 0 } ? 1 : 20
      let ready = poll(&files, nfds_t(files.count), hasEnded ? 0 : min(rest, pause))
      guard ready >= 0 || errno == EINTR else { return .time }
      for index in files.indices where files[index].fd >= 0 && files[index].revents != 0 {
        if !read(&files[index], isErrors: index == 1) { files[index].fd = -1 }
      }
      if output.count > limit { return .size }
      if hasEnded && ready <= 0 { return nil }
    }
  }

  /// Reads what is there; false at the end.
  private mutating func read(_ file: inout pollfd, isErrors: Bool) -> Bool {
    file.revents = 0
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      count = Glibc.read(file.fd, buffer.baseAddress, buffer.count)
      filled = max(0, count)
    }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    if isErrors {
      errors += piece.prefix(max(0, ProgramOutput.errorLimit - errors.count))
    } else {
      output += piece
    }
    return count > 0
  }
}
