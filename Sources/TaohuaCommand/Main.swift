internal import ArgumentParser
internal import CMachine
internal import Glibc

/// Where the program starts and the only place where it ends.
@main
enum Main {
  static func main() {
    // A reader that stops (`taohua audit | head`) is no failure: write(2) tells it by EPIPE.
    signal(SIGPIPE, SIG_IGN)
    exit(run().rawValue)
  }

  /// Parses the arguments, runs the command, and puts what went wrong into words.
  private static func run() -> ExitStatus {
    do {
      var command = try TaohuaCommand.parseAsRoot(arguments)
      try command.run()
      return .clean
    } catch let status as ExitStatus {
      return status
    } catch let failure as CommandFailure {
      StandardError.write(failure.message)
      return .failure
    } catch is StandardOutput.Closed {
      return .clean
    } catch {
      return parserStatus(of: error)
    }
  }

  /// What stands behind the program's name.
  private static var arguments: [String] {
    (1..<max(1, cmachine_argument_count())).map { String(cString: cmachine_argument($0)) }
  }

  /// Prints the help, the version or the usage error that the argument parser throws.
  private static func parserStatus(of error: any Error) -> ExitStatus {
    let text = TaohuaCommand.fullMessage(for: error)
    guard TaohuaCommand.exitCode(for: error) != .success else {
      return (try? StandardOutput.write(text + "\n")).map { .clean } ?? .failure
    }
    let prefix = "Error: "
    StandardError.write(text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
    return .failure
  }
}
