/// Counts the distinct sources of rising positions.
struct SourceTally {
  private(set) var sources: UInt32 = 0
  /// Whether a document that is not counted was among them.
  private(set) var hasUncounted = false
  private var last = TokenCorpus.uncounted

  @inline(__always)
  mutating func add(_ source: UInt32) {
    if source == last { return }
    if source == TokenCorpus.uncounted {
      hasUncounted = true
    } else {
      sources += 1
      last = source
    }
  }

  /// Whether the members stand in two sources, or in one beside a document that is not counted.
  var isShared: Bool { sources >= 2 || (sources == 1 && hasUncounted) }
}
