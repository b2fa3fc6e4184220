/// What a survey is to find out about the windows of a corpus.
package struct SurveyPlan: Sendable {
  /// Marks the windows of one length that stand in enough sources.
  package struct Question: Sendable {
    /// Tokens in a window.
    package var length: Int
    /// Distinct counted sources that hold the sequence; nil asks for one other source than the
    /// window's own.
    package var minimumSources: Int?
    /// The bit that is set at the first token of such a window.
    package var flag: UInt8

    package init(length: Int, minimumSources: Int?, flag: UInt8) {
      self.length = length
      self.minimumSources = minimumSources
      self.flag = flag
    }
  }

  package var questions: [Question] = []
  /// Lengths for which the tokens in windows of two or more sources are counted (D8).
  package var curve: [Int] = []
  /// Lengths whose groups are kept, with the sources that a group must have.
  package var kept: [Int: Int] = [:]

  package init() {}

  /// All lengths to visit, rising, each less than twice the one before, which refining needs.
  var lengths: [Int] {
    let asked = Set(questions.map(\.length) + curve + kept.keys).sorted()
    var lengths: [Int] = []
    for length in asked {
      while let last = lengths.last, length >= 2 * last {
        // From one token nothing overlaps; a pair is grouped anew.
        lengths.append(max(last + 1, 2 * last - 1))
      }
      lengths.append(length)
    }
    return lengths
  }
}

/// What a survey found.
package struct Survey: Sendable {
  /// The flags of the plan's questions, at the first token of each window.
  package let flags: Slab<UInt8>
  /// Tokens in windows of two or more sources, by length.
  package var curve: [Int: Int] = [:]
  /// The groups that were asked for, by length.
  package var kept: [Int: KeptGroups] = [:]
}

/// Groups of one length, copied out of the survey: members of group i are
/// `positions[starts[i]..<starts[i + 1]]`, rising.
package struct KeptGroups: Sendable {
  package let length: Int
  package var positions: [UInt32] = []
  package var starts: [UInt32] = [0]
  package var sources: [UInt32] = []

  package init(length: Int) { self.length = length }

  package var count: Int { sources.count }

  /// The members of `group`.
  package func members(of group: Int) -> ArraySlice<UInt32> {
    positions[Int(starts[group])..<Int(starts[group + 1])]
  }
}
