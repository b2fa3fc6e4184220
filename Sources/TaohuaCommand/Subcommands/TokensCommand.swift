internal import ArgumentParser

struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "tokens")
}
