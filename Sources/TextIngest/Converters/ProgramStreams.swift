internal import CProcess
internal import Glibc

/// The ends of what a program reads and writes.
struct ProgramStreams: ~Copyable {
  let input: Int32
  private(set) var output: Int32 = -1
  private(set) var errors: Int32 = -1
  private(set) var theirOutput: Int32 = -1
  private(set) var theirErrors: Int32 = -1

  init(input content: [UInt8]) throws(IngestError) {
    input = cprocess_memory_file(content, content.count)
    guard input >= 0 else { throw .unreadable(errno: errno) }
    var ends: [Int32] = [-1, -1]
    guard cprocess_pipe(&ends) == 0 else { throw .unreadable(errno: errno) }
    (output, theirOutput) = (ends[0], ends[1])
    guard cprocess_pipe(&ends) == 0 else { throw .unreadable(errno: errno) }
    (errors, theirErrors) = (ends[0], ends[1])
  }

  /// Closes the ends that the program has now.
  func closeTheirs() {
    close(theirOutput)
    close(theirErrors)
  }

  deinit {
    close(input)
    if output >= 0 { close(output) }
    if errors >= 0 { close(errors) }
  }
}
