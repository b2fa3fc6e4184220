internal import Glibc
internal import TextIngest

/// write(2) until all is written.
enum FileDescriptor {
  /// - Throws: the `errno` of the call that failed.
  static func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(SystemFailure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure(errno: errno) }
      rest.removeFirst(count)
    }
  }
}
