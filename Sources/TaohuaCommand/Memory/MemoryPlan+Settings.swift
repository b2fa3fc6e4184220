internal import Taohua

extension MemoryPlan {
  /// What the user allows; half of the machine's memory where he says nothing.
  init(_ settings: Settings) throws(CommandFailure) {
    self.init(
      limit: settings.memory ?? MachineMemory.bytes / 2,
      lender: try settings.text(.scratch).map { (folder) throws(CommandFailure) in
        try ScratchFile(in: folder)
      })
  }
}

extension Settings {
  /// The bytes that the user allows; nil where he says nothing.
  fileprivate var memory: Int? { text(.memory).flatMap { MemorySize($0)?.bytes } }

  /// - Throws: `CommandFailure.memory` if an audit of `corpus` needs more than the user allows, and nothing
  ///   may be lent.
  func requireMemory(for corpus: Corpus) throws(CommandFailure) {
    guard let given = memory, text(.scratch) == nil else { return }
    let needed = MemoryPlan.needed(for: corpus)
    if needed > given { throw .memory(given: given, needed: needed) }
  }
}
