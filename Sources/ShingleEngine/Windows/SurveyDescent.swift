/// The descent of a survey below groups of short windows: nodes of the suffix tree, edge by edge.
///
/// A node's members share some tokens. They are followed as long as all agree (the edge), which
/// answers all lengths on the way; where they part, the next token splits them into children. A
/// subtree ends where its members stand in one source, or where the plan asks no further.
///
/// It also ends where all members have the same token before them: a window there is shared for one
/// token less than the window before it, which is read off later (`SharedLengths`).
///
/// A node of many members is walked along one of them, the path, as closed repeats are (`RepeatDescent`):
/// one look at each member tells how deep it stays.
///
/// Its functions are mutating throughout: a borrow of a value of this size is copied at each call.
struct SurveyDescent: ~Copyable {
  private let corpus: TokenCorpus
  private let positions: Slab<UInt32>
  private let shared: SharedLengths
  /// The lengths that are answered here, and all before them.
  private let steps: [SurveyAnswers.Step]
  /// The first of the steps that is answered here.
  private let firstStep: Int
  /// The length to which groups are followed that stand in one document only.
  private let ownLength: Int
  /// The length from which on nodes with one token before them need no visit.
  private let questionLength: Int
  /// The length to which shared groups are followed.
  private let deepest: Int
  private var answers: SurveyAnswers
  private var sorter = PairSort()
  private var pairs = Slab<UInt64>(uninitialized: 0)
  private var stack: [Node] = []
  /// Those of the node in work.
  private var members: PathMembers

  /// Members of `positions` that share `length` tokens.
  private struct Node {
    var range: Range<Int>
    var length: Int
    /// The steps that are answered.
    var answered: Int
    /// The tokens to which the members are shared: those of counted documents, and the others.
    var countedLength: Int
    var uncountedLength: Int

    /// All members share `length` tokens, and are shared so far.
    mutating func reach(_ length: Int, _ holders: Holders) {
      self.length = length
      uncountedLength = length
      if holders == .sources { countedLength = length }
    }
  }

  /// Of fewer members a node is split token by token, above the last length that is answered.
  private static let manyMembers = 32

  /// Who holds the members of a node.
  private enum Holders { case oneSource, oneSourceAndDrafts, sources }

  /// - Parameters:
  ///   - groups: those that are gone into; their members are put into another order.
  ///   - corpus: where the windows stand.
  ///   - plan: what is asked.
  ///   - range: the lengths of the plan that are answered, none of which is shorter than the groups'.
  ///   - flags: takes the flags of questions.
  ///   - shared: takes for each position how long its window is shared.
  init(
    _ groups: WindowGroups, of corpus: TokenCorpus, plan: SurveyPlan, steps range: Range<Int>,
    flags: Slab<UInt8>, shared: SharedLengths
  ) {
    self.corpus = corpus
    positions = groups.positions
    self.shared = shared
    firstStep = range.lowerBound
    answers = SurveyAnswers(
      corpus: corpus, plan: plan, count: range.upperBound, positions: positions, flags: flags)
    steps = answers.steps
    let lengths = steps.map(\.length)
    ownLength =
      plan.questions.filter { $0.condition == .earlier && lengths.contains($0.length) }
      .map(\.length).max() ?? 0
    questionLength = steps.last { $0.hasQuestions }?.length ?? 0
    let longest = steps.last?.length ?? 0
    // Where nothing is asked of longer windows, no length follows from the one before.
    deepest = longest > groups.length ? longest + shared.reach : groups.length
    members = PathMembers(corpus: corpus, positions: positions, limit: deepest)
  }

  /// The groups that the plan wants kept, those of one length together.
  mutating func takeKept() -> [KeptGroups] { answers.takeKept() }

  mutating func visit(_ group: WindowGroup, length: Int) {
    stack.append(
      Node(
        range: group.range, length: length, answered: firstStep, countedLength: 0,
        uncountedLength: 0))
    while let node = stack.popLast() { expand(node) }
  }

  private mutating func expand(_ parent: Node) {
    var node = parent
    let holders = holders(of: node)
    let limit = holders == .oneSource ? ownLength : deepest
    if node.length > limit { return settle(node) }
    answer(&node, holders)
    if holders != .oneSource {
      if node.length == deepest {
        node.reach(node.length, holders)
        return settle(node)
      }
      if node.length >= questionLength && followOneToken(node) {
        return derive(node, holders)
      }
      if node.range.count >= Self.manyMembers
        || (node.answered == steps.count && node.range.count > 2)
      {
        return walk(node)
      }
      node.reach(commonLength(node, limit: limit), holders)
      answer(&node, holders)
    }
    // Two that are shared have parted, or reached the limit.
    let isLast = holders != .oneSource && node.range.count == 2
    if node.length >= limit || isLast { return settle(node) }
    split(node) { $0.corpus.token(after: Int($0.positions[$1]) + node.length) }
  }

  /// Answers the steps that the node reaches and its parent did not.
  private mutating func answer(_ node: inout Node, _ holders: Holders) {
    while node.answered < steps.count && steps[node.answered].length <= node.length {
      answers.answer(node.answered, node.range, isShared: holders != .oneSource)
      node.answered += 1
    }
  }

  /// Whether the same token stands before all members, in their blocks.
  private mutating func followOneToken(_ node: Node) -> Bool {
    let first = Int(positions[node.range.lowerBound])
    if first == 0 { return false }
    let token = corpus.tokens[first - 1]
    for index in node.range {
      let position = Int(positions[index])
      if corpus.tokens[position - 1] != token || shared.isAnchor(position)
        || corpus.startsBlock(position)
      {
        return false
      }
    }
    return true
  }

  /// Leaves the lengths of the members to those of the positions before them. Where one source holds
  /// the members beside drafts, that holds for the drafts alone: the source shares less than the node.
  private mutating func derive(_ node: Node, _ holders: Holders) {
    for index in node.range {
      let position = Int(positions[index])
      if holders == .sources || corpus.source(at: position) == TokenCorpus.uncounted {
        shared.derive(position)
      } else {
        shared.set(position, node.countedLength)
      }
    }
  }

  private mutating func holders(of node: Node) -> Holders {
    // Members rise: the first and the last stand farthest apart, mostly in two sources.
    let first = corpus.source(at: Int(positions[node.range.lowerBound]))
    let last = corpus.source(at: Int(positions[node.range.upperBound - 1]))
    let isCounted = first != TokenCorpus.uncounted && last != TokenCorpus.uncounted
    if first != last && isCounted { return .sources }
    var hasDrafts = false
    var source = TokenCorpus.uncounted
    for index in node.range {
      let next = corpus.source(at: Int(positions[index]))
      if next == TokenCorpus.uncounted {
        hasDrafts = true
      } else if source == TokenCorpus.uncounted {
        source = next
      } else if next != source {
        return .sources
      }
    }
    return hasDrafts && source != TokenCorpus.uncounted ? .oneSourceAndDrafts : .oneSource
  }

  /// How many tokens all members share, inside their blocks, at most `limit`.
  private mutating func commonLength(_ node: Node, limit: Int) -> Int {
    let first = Int(positions[node.range.lowerBound])
    // The last member is the one nearest to the end of the text.
    var common = min(limit, corpus.tokens.count - Int(positions[node.range.upperBound - 1]))
    for index in node.range.dropFirst() {
      let position = Int(positions[index])
      var shared = node.length
      while shared < common && corpus.tokens[first + shared] == corpus.tokens[position + shared] {
        shared += 1
      }
      common = shared
      if common == node.length { return common }
    }
    for index in node.range {
      common = corpus.blockRemainder(at: Int(positions[index]), limit: common)
    }
    return common
  }

  /// Writes how far the members are shared, which no deeper node changes.
  private mutating func settle(_ node: Node) {
    if node.uncountedLength == 0 { return }
    for index in node.range {
      let position = Int(positions[index])
      let isCounted =
        node.countedLength == node.uncountedLength
        || corpus.source(at: position) != TokenCorpus.uncounted
      shared.set(position, isCounted ? node.countedLength : node.uncountedLength)
    }
  }

  /// Pushes the children of two members or more, and settles those of one.
  ///
  /// - Parameter token: what follows after the member at an index.
  @inline(__always)
  private mutating func split(_ node: Node, by token: (borrowing SurveyDescent, Int) -> UInt32) {
    if pairs.count < node.range.count { pairs = Slab(uninitialized: 2 * node.range.count) }
    for (offset, index) in node.range.enumerated() {
      pairs[offset] = UInt64(token(self, index)) << 32 | UInt64(positions[index])
    }
    let count = node.range.count
    sorter.sort(pairs, 0..<count)
    var first = 0
    while first < count {
      let token = pairs[first] >> 32
      var last = first
      while last < count && pairs[last] >> 32 == token {
        positions[node.range.lowerBound + last] = UInt32(truncatingIfNeeded: pairs[last])
        last += 1
      }
      var child = node
      child.range = node.range.lowerBound + first..<node.range.lowerBound + last
      if last == first + 1 || token == UInt64(TokenCorpus.blockEnd) {
        settle(child)
      } else {
        child.length += 1
        stack.append(child)
      }
      first = last
    }
  }
}

extension SurveyDescent {
  /// Visits the nodes on a path, and pushes those beside it.
  private mutating func walk(_ parent: Node) {
    members.follow(parent.range, length: parent.length)
    let bounds = self.bounds(of: parent)
    var node = parent
    for (index, level) in members.levels.enumerated() {
      node.range = level.first..<parent.range.upperBound
      if level.first > max(bounds.sources, bounds.sourceAndDrafts) {
        return leave(node, level)
      }
      let holders = level.first <= bounds.sources ? Holders.sources : .oneSourceAndDrafts
      answer(&node, holders, level)
      if node.length >= questionLength && level.first > bounds.differentBefore {
        return derive(node, holders)
      }
      node.reach(level.length, holders)
      answer(&node, holders, level)
      if level.length == deepest { return settle(node) }
      var leaving = node
      if index + 1 < members.levels.count {
        leaving.range = level.first..<members.levels[index + 1].first
      }
      split(leaving) { $0.members.tokenAfter($1) }
      node.length += 1
    }
  }

  /// Goes on with a node on the path that one source holds.
  private mutating func leave(_ node: Node, _ level: PathMembers.Level) {
    if node.length > ownLength || node.range.count == 1 { return settle(node) }
    members.rise(from: level)
    stack.append(node)
  }

  /// Answers the steps that a node on the path reaches.
  private mutating func answer(_ node: inout Node, _ holders: Holders, _ level: PathMembers.Level) {
    var end = node.answered
    var isAsked = false
    while end < steps.count && steps[end].length <= node.length {
      isAsked = isAsked || steps[end].isAsked
      end += 1
    }
    guard isAsked else {
      node.answered = end
      return
    }
    members.rise(from: level)
    answer(&node, holders)
    members.leave(from: level)
  }

  /// The last members of the node from which on there are two sources, a source and drafts, and different
  /// tokens before them; -1 where there are none.
  private mutating func bounds(
    of node: Node
  ) -> (sources: Int, sourceAndDrafts: Int, differentBefore: Int) {
    var bounds = (sources: -1, sourceAndDrafts: -1, differentBefore: -1)
    var source = TokenCorpus.uncounted
    var hasDrafts = false
    let last = Int(positions[node.range.upperBound - 1])
    for index in node.range.reversed() {
      let position = Int(positions[index])
      let next = corpus.source(at: position)
      hasDrafts = hasDrafts || next == TokenCorpus.uncounted
      if source == TokenCorpus.uncounted { source = next }
      let isOther = next != source && next != TokenCorpus.uncounted
      if bounds.sources < 0 && isOther { bounds.sources = index }
      let isMixed = hasDrafts && source != TokenCorpus.uncounted
      if bounds.sourceAndDrafts < 0 && isMixed { bounds.sourceAndDrafts = index }
      let follows =
        !corpus.startsBlock(position) && !shared.isAnchor(position) && !corpus.startsBlock(last)
        && corpus.tokens[position - 1] == corpus.tokens[last - 1]
      if bounds.differentBefore < 0 && !follows { bounds.differentBefore = index }
      if bounds.sources >= 0 && bounds.differentBefore >= 0 { break }
    }
    return bounds
  }
}
