internal import Glibc

/// Standard input, output and error, which who starts a program may have closed.
enum StandardStreams {
  /// Opens what is closed, so that reading it or writing to it fails.
  ///
  /// Else the next file that is opened would get its number: what is printed would stand in the middle of a
  /// report or an index. /dev/null the wrong way round fails as what is closed does.
  static func occupyClosed() {
    for (descriptor, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is this one.
      _ = open("/dev/null", mode)
    }
  }
}
