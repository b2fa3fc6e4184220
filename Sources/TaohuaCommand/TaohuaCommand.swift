internal import ArgumentParser

/// The command `taohua`.
@main
struct TaohuaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "taohua")
}
