internal import CProcess
internal import Glibc

/// A program that turns a format into one that is read here.
struct ExternalProgram {
  /// A program that ran to its end.
  struct Output {
    /// The status that it ended with; the negative number of the signal that ended it.
    var status: Int32
    var output: [UInt8]
    /// The beginning of what it said on its standard error.
    var errors: String
  }

  /// Under what it is known.
  let converter: Converter
  /// Where it is.
  var path: String
  /// How long it may take, and how many bytes it may say.
  var seconds: Int
  var outputLimit = DocumentLimits.convertedBytes

  /// Large programs run one at a time, whichever thread asks; of the others as many as there are processors.
  private static let largeTurn = ProgramTurn(1)
  private static let turn = ProgramTurn(
    min(Int(CPROCESS_MOST) - 1, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// The program, if it is installed.
  ///
  /// - Throws: `DocumentError.converterMissing`.
  init(_ converter: Converter) throws(IngestError) {
    guard let path = ExternalProgram.find(converter.programs) else {
      throw .document(.converterMissing(converter))
    }
    self.init(converter, path: path)
  }

  /// - Parameter path: the program, wherever it is.
  init(_ converter: Converter, path: String) {
    self.converter = converter
    self.path = path
    seconds = converter.seconds
  }

  /// The first of `names` in the folders of PATH. A relative folder is passed by: what stands where the
  /// user happens to be is not what he installed.
  static func find(_ names: [String]) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    for name in names {
      for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
        let path = "\(folder)/\(name)"
        if access(path, X_OK) == 0 { return path }
      }
    }
    return nil
  }

  /// Calls `body`, which runs the program, when it is its turn.
  func inTurn<Result>(_ body: () throws(IngestError) -> Result) throws(IngestError) -> Result {
    let turn = converter.isLarge ? ExternalProgram.largeTurn : ExternalProgram.turn
    turn.take()
    defer { turn.giveBack() }
    return try body()
  }

  /// Runs the program to its end, unless it takes too long or says too much. Whose turn it is stays with the
  /// caller.
  ///
  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - input: what it finds on its standard input.
  ///   - folder: its home and its folder for temporary files.
  /// - Throws: `DocumentError.overLimit` or `.converterFailed`.
  func run(
    _ arguments: [String], input: [UInt8] = [], folder: String? = nil
  ) throws(IngestError) -> Output {
    let streams = try ProgramStreams(input: input)
    let process = try start(arguments, streams, folder: folder)
    streams.closeTheirs()
    var collected = ProgramOutput(limit: outputLimit)
    let reached = collected.read(streams, until: Deadline(seconds: seconds), of: process)
    let status = cprocess_finish(process)
    if let reached {
      throw .document(.overLimit(reached == .time ? .converting(converter) : .converted(converter)))
    }
    let isSignal = status & 0x7F != 0
    return Output(
      status: isSignal ? -(status & 0x7F) : (status >> 8) & 0xFF, output: collected.output,
      errors: String(decoding: collected.errors, as: UTF8.self))
  }

  private func start(
    _ arguments: [String], _ streams: borrowing ProgramStreams, folder: String?
  ) throws(IngestError) -> pid_t {
    let home = folder ?? "/nonexistent"
    var environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(home)"]
    if folder != nil { environment.append("TMPDIR=\(home)") }
    let lists = CStringLists([path] + arguments, environment)
    var process: pid_t = 0
    let error = lists.withPointers { arguments, environment in
      path.withCString { path in
        var run = CProcessRun(
          path: path, arguments: arguments, environment: environment, input: streams.input,
          output: streams.theirOutput, errors: streams.theirErrors, memory: converter.memory,
          fileSize: DocumentLimits.convertedBytes)
        return cprocess_start(&run, &process)
      }
    }
    guard error == 0 else {
      throw .document(.converterFailed(converter, problem: String(cString: strerror(error))))
    }
    return process
  }
}
