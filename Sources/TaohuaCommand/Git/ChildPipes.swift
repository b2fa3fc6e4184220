internal import CProcess
internal import Glibc
internal import TextIngest

/// The three standard streams of a child process.
struct ChildPipes {
  /// A pipe; an end that is closed is -1.
  private struct Pipe {
    var reading: Int32
    var writing: Int32

    init() throws(SystemFailure) {
      var ends: [Int32] = [-1, -1]
      // A child must not inherit its own far ends, or it never sees the end of its input; nor may one that
      // another thread starts at this moment.
      guard cprocess_pipe(&ends) == 0 else { throw SystemFailure(errno: errno) }
      (reading, writing) = (ends[0], ends[1])
    }

    mutating func closeReading() {
      if reading >= 0 { Glibc.close(reading) }
      reading = -1
    }

    mutating func closeWriting() {
      if writing >= 0 { Glibc.close(writing) }
      writing = -1
    }
  }

  private var input: Pipe
  private var output: Pipe
  private var errors: Pipe

  /// What is moved at once: the capacity of a pipe.
  private static let pieceSize = 1 << 16

  init() throws(SystemFailure) {
    input = try Pipe()
    output = try Pipe()
    errors = try Pipe()
    // So that a write takes what fits, and never waits for the child.
    _ = fcntl(input.writing, F_SETFL, O_NONBLOCK)
  }

  /// What the child has open, and as which descriptor.
  var childEnds: [(end: Int32, descriptor: Int32)] {
    [
      (input.reading, STDIN_FILENO), (output.writing, STDOUT_FILENO),
      (errors.writing, STDERR_FILENO),
    ]
  }

  /// Closes the ends that the child has.
  mutating func closeChildEnds() {
    input.closeReading()
    output.closeWriting()
    errors.closeWriting()
  }

  /// Closes what is open.
  mutating func close() {
    closeChildEnds()
    input.closeWriting()
    output.closeReading()
    errors.closeReading()
  }

  /// Writes `bytes` to the child and reads what it writes, whichever is possible, until both of its
  /// outputs end.
  ///
  /// - Returns: the `errno` of a call that failed; nil where all went well. A child that stops
  ///   reading is no failure here: how it ended tells.
  mutating func exchange(
    input bytes: [UInt8], consume: (ArraySlice<UInt8>) -> Void,
    consumeErrors: (ArraySlice<UInt8>) -> Void
  ) -> SystemFailure? {
    var rest = bytes[...]
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    while output.reading >= 0 || errors.reading >= 0 {
      if rest.isEmpty { input.closeWriting() }
      // A negative descriptor is passed over by poll(2).
      var polled = [
        pollfd(fd: input.writing, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors.reading, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&polled, nfds_t(polled.count), -1) >= 0 else {
        if errno == EINTR { continue }
        return SystemFailure(errno: errno)
      }
      if polled[0].revents != 0, !Self.write(&rest, to: input.writing) {
        input.closeWriting()
        rest = []
      }
      if polled[1].revents != 0, !Self.read(output.reading, &piece, consume) {
        output.closeReading()
      }
      if polled[2].revents != 0, !Self.read(errors.reading, &piece, consumeErrors) {
        errors.closeReading()
      }
    }
    return nil
  }

  /// Writes what fits of `rest`; false where nobody reads any more.
  private static func write(_ rest: inout ArraySlice<UInt8>, to file: Int32) -> Bool {
    let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    rest.removeFirst(count)
    return true
  }

  /// Reads a piece; false at the end.
  private static func read(
    _ file: Int32, _ piece: inout [UInt8], _ consume: (ArraySlice<UInt8>) -> Void
  ) -> Bool {
    let count = Glibc.read(file, &piece, piece.count)
    if count < 0 { return errno == EINTR }
    consume(piece[..<count])
    return count > 0
  }
}
