internal import ArgumentParser

/// `taohua completions`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Prints the completions for a shell.",
    discussion:
      "For bash: taohua completions bash > ~/.local/share/bash-completion/completions/taohua")

  enum Shell: String, CaseIterable, ExpressibleByArgument { case bash, zsh, fish }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let target: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    try StandardOutput.write(TaohuaCommand.completionScript(for: target) + "\n")
  }
}
