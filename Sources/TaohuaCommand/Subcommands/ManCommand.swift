internal import ArgumentParser
internal import Evaluation

/// `taohua man`.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "Prints the manual page.",
    discussion: """
      To read it, then to install it:

      taohua man | man -l -
      taohua man > /usr/local/share/man/man1/taohua.1
      """)

  func run() throws { try StandardOutput.write(ManualPage.render(.program())) }
}

extension CommandDescription {
  /// The whole program's.
  static func program() throws(FormatError) -> CommandDescription {
    try CommandDescription(dump: TaohuaCommand._dumpHelp())
  }
}
