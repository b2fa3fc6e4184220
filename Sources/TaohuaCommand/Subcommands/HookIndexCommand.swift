internal import ArgumentParser
internal import PhraseReport
internal import Taohua

/// `taohua hook index`.
struct HookIndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Makes the index of the last commit anew, however long it takes.",
    discussion: """
      The hook keeps an index of many documents itself, in the git folder. This is for a first time \
      that takes longer than its --index-budget.
      """)

  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    let settings = try Settings(.hook, common: common, layers: counting.layer)
    let repository = try Git.ask { () throws(GitFailure) in try GitRepository() }
    let head = try Git.ask { () throws(GitFailure) in try repository.named("HEAD") }
    ConvertedTexts.shared.keep(in: HookTexts(repository))
    var filter = DocumentFilter(repository)
    let index = HookIndex(
      repository: repository, settings: settings, checkSettings: settings.check, budget: 0)
    let documents = try CommittedDocuments(
      CommittedDocuments.files(of: head, filter: &filter), in: repository)
    guard try index.build(head, of: documents.inputs) != nil else { throw ExitStatus.failure }
  }
}
