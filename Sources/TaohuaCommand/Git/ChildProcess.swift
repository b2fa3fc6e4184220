internal import Glibc
internal import TextIngest

/// A program that is run to its end: posix_spawn(3), the working folder and the environment of this
/// process.
struct ChildProcess {
  /// Looked up in `PATH`.
  let program: String
  let arguments: [String]
  /// `NAME=value`, in place of what the environment has under these names.
  var variables: [String] = []

  /// How a child ended.
  struct Ending {
    /// The exit status; 128 and the signal's number where a signal ended it, as a shell has it.
    var status: Int32
    /// The first bytes of its standard error.
    var errors: [UInt8]
  }

  /// More descriptors than anybody hands to a program.
  private static let descriptors: Int32 = 1_024

  /// POSIX_SPAWN_SETSID of glibc, a macro that Swift does not see.
  private static let newSession: Int32 = 0x80

  /// What is kept of standard error: a sentence or two.
  private static let errorLimit = 4_096

  /// Runs the program, hands it `input`, and hands `consume` its standard output piece by piece.
  ///
  /// Input is written while output is read: neither side waits for the other, however much there is
  /// of both.
  ///
  /// - Throws: the `errno` of the call that failed; `ENOENT` where there is no such program.
  func run(
    input: [UInt8] = [], consume: (ArraySlice<UInt8>) -> Void
  ) throws(SystemFailure) -> Ending {
    var pipes = try ChildPipes()
    defer { pipes.close() }
    let child = try spawn(pipes)
    pipes.closeChildEnds()
    var errors: [UInt8] = []
    let failure = pipes.exchange(input: input, consume: consume) { piece in
      errors += piece.prefix(max(0, Self.errorLimit - errors.count))
    }
    pipes.close()
    let status = try Self.wait(for: child)
    if let failure { throw failure }
    return Ending(status: status, errors: errors)
  }

  /// Starts the program in a session of its own, without our streams, and goes on.
  ///
  /// - Throws: the `errno` of the call that failed; `ENOENT` where there is no such program.
  func start() throws(SystemFailure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    // Whoever waits for the end of what he handed to us does not wait for the program.
    for descriptor in 3..<Self.descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    _ = try spawn(&actions, flags: Self.newSession)
  }

  private func spawn(_ pipes: ChildPipes) throws(SystemFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (end, descriptor) in pipes.childEnds {
      posix_spawn_file_actions_adddup2(&actions, end, descriptor)
    }
    return try spawn(&actions)
  }

  private func spawn(
    _ actions: inout posix_spawn_file_actions_t, flags: Int32 = 0
  ) throws(SystemFailure) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // We ignore SIGPIPE, and a child inherits that: it would write on when we have stopped reading.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(flags | Int32(POSIX_SPAWN_SETSIGDEF)))
    var child = pid_t()
    let result = Self.withCStrings([program] + arguments, then: []) { argv in
      Self.withCStrings(variables, then: inherited) { environment in
        posix_spawnp(&child, program, &actions, &attributes, argv, environment)
      }
    }
    guard result == 0 else { throw SystemFailure(errno: result) }
    return child
  }

  /// The environment of this process without `variables`. Its bytes are handed on as they are: they
  /// need not be UTF-8.
  private var inherited: [UnsafeMutablePointer<CChar>] {
    let names = variables.map { $0.utf8.prefix { $0 != UInt8(ascii: "=") }.count + 1 }
    var result: [UnsafeMutablePointer<CChar>] = []
    var index = 0
    while let entry = environ[index] {
      let isReplaced = zip(variables, names).contains { strncmp($0, entry, $1) == 0 }
      if !isReplaced { result.append(entry) }
      index += 1
    }
    return result
  }

  private static func wait(for child: pid_t) throws(SystemFailure) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw SystemFailure(errno: errno) }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Calls `body` with `strings` and `others` as C has them: an array of pointers with a null pointer
  /// after the last.
  private static func withCStrings<Result>(
    _ strings: [String], then others: [UnsafeMutablePointer<CChar>],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return (copies + others + [nil]).withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}
