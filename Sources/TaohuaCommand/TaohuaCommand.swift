internal import ArgumentParser
internal import PhraseReport

/// The command `taohua`.
struct TaohuaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taohua",
    abstract: "Finds the stock phrases that run through reports, and says what is original.",
    discussion: """
      taohua audit archive/
      taohua check draft.md --against archive/

      Exit status: 0 clean, 1 findings past the gate, 2 usage or an input that cannot be read.
      """,
    version: "\(Tool.name) \(Tool.version)",
    subcommands: [
      AuditCommand.self, CheckCommand.self, HookCommand.self, IndexCommand.self,
      CompareCommand.self,
      PhrasesCommand.self,
      AllowCommand.self, BaselineCommand.self, ExplainCommand.self, TokensCommand.self,
      EvaluateCommand.self,
      SampleCommand.self, ShardCommand.self, MergeCommand.self, FinishCommand.self,
      ConfigCommand.self, CompletionsCommand.self, ManCommand.self,
    ])

  /// The command `name`, if it has no commands of its own.
  static func leaf(_ name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first {
      $0.configuration.commandName == name && $0.configuration.subcommands.isEmpty
    }
  }
}
