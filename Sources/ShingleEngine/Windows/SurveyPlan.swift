/// What a survey is to find out about the windows of a corpus.
package struct SurveyPlan: Sendable {
  /// What is asked of a window.
  package enum Condition: Sendable, Hashable {
    /// Its sequence stands in at least so many counted sources.
    case sources(Int)
    /// Its sequence stands in another counted source than its own.
    case elsewhere
    /// Its sequence starts earlier in the same document without overlapping it.
    case earlier
  }

  /// Marks the windows of one length that meet a condition and are at least half words.
  package struct Question: Sendable {
    /// Tokens in a window.
    package var length: Int
    package var condition: Condition
    /// The bit that is set at the first token of such a window.
    package var flag: UInt8

    package init(length: Int, condition: Condition, flag: UInt8) {
      self.length = length
      self.condition = condition
      self.flag = flag
    }
  }

  package var questions: [Question] = []
  /// Lengths for which the tokens in windows of two or more sources are counted (D8).
  package var curve: [Int] = []
  /// Lengths whose shared groups are kept, and which of them. Groups whose members all have the same
  /// token before them may be left out.
  package var kept: [Int: Keeping] = [:]

  /// Which shared groups are kept.
  package struct Keeping: Sendable {
    /// Those that stand in fewer sources.
    package var belowSources: Int
    /// Those that hold more slots.
    package var aboveSlots: Int
    /// In any case only those with a member in one of these documents; nil for all.
    package var documents: [Bool]?

    package init(belowSources: Int, aboveSlots: Int = .max, documents: [Bool]? = nil) {
      self.belowSources = belowSources
      self.aboveSlots = aboveSlots
      self.documents = documents
    }
  }

  package init() {}

  /// All lengths to visit, rising.
  package var lengths: [Int] { Set(questions.map(\.length) + curve + kept.keys).sorted() }
}

/// What a survey found.
package struct Survey: Sendable {
  /// The flags of the plan's questions, at the first token of each window.
  package let flags: Slab<UInt8>
  /// Tokens in windows of two or more sources, by length.
  package var curve: [Int: Int] = [:]
  /// The groups that were asked for, by length.
  package var kept: [Int: KeptGroups] = [:]

  /// The groups that were kept; their memory is the caller's.
  package mutating func takeKept() -> [Int: KeptGroups] {
    defer { kept = [:] }
    return kept
  }
}

/// Groups of one length, copied out of the survey: members of group i are
/// `positions[starts[i]..<starts[i + 1]]`, rising.
package struct KeptGroups: Sendable {
  package let length: Int
  package var positions: [UInt32] = []
  package var starts: [UInt32] = [0]

  package init(length: Int) { self.length = length }

  package var count: Int { starts.count - 1 }

  /// The members of `group` in `positions`.
  package func range(of group: Int) -> Range<Int> {
    Int(starts[group])..<Int(starts[group + 1])
  }

  /// The groups of `others`, which have the same length, one after another.
  init(joining others: [KeptGroups]) {
    length = others[0].length
    positions.reserveCapacity(others.reduce(0) { $0 + $1.positions.count })
    starts.reserveCapacity(others.reduce(1) { $0 + $1.count })
    for other in others {
      let offset = UInt32(positions.count)
      positions += other.positions
      for start in other.starts.dropFirst() { starts.append(start + offset) }
    }
  }
}
