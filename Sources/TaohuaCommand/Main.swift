internal import ArgumentParser
internal import CMachine
internal import Glibc

/// Where the program starts and the only place where it ends.
@main
enum Main {
  static func main() {
    StandardStreams.occupyClosed()
    // A reader that stops (`taohua audit | head`) is no failure: write(2) tells it by EPIPE.
    signal(SIGPIPE, SIG_IGN)
    exit(run().rawValue)
  }

  /// Parses the arguments, runs the command, and puts what went wrong into words.
  private static func run() -> ExitStatus {
    do {
      var command = try command()
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

  /// The command that the arguments ask for.
  ///
  /// The parser looks through all commands, and several times through the properties of the one that is meant: 6 ms
  /// before a check begins. That command alone parses what follows its name in the same way; help, completions and all
  /// that goes wrong are the whole tree's.
  private static func command() throws -> any ParsableCommand {
    let arguments = arguments
    if let name = arguments.first, let command = TaohuaCommand.leaf(name),
      let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())),
      type(of: parsed) == command
    {
      return parsed
    }
    return try TaohuaCommand.parseAsRoot(arguments)
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
