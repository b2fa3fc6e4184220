package import ShingleEngine

/// Everything that was found out about a text, in positions of its corpus.
package struct Findings: Sendable {
  /// The class of every token, raw values of ``TokenClass``.
  package var classes: Slab<UInt8>
  /// The family of every stock token, index + 1; also of tokens in places that are not stock.
  package var owners: Slab<UInt32>
  /// The stock tokens that are so only for an edited place of a phrase (D4).
  package var edited: Bitset
  /// Flags of windows by ``WindowFlag``, at their first tokens.
  package var flags: Slab<UInt8>
  package var families: [Family]
  /// The wordings of the families that recur exactly, in the order in which they take their places.
  package var phrases: [KnownPhrase]
  /// The edited places, rising.
  package var editedPlaces: [EditedPlace]
  /// What borrowed tokens are aligned with, by left position.
  package var matches: [Match]
  /// Shared windows that stand in so many places that not all were compared for copies.
  package var cutSeeds: Int
  /// Tokens in windows of two or more sources, by length.
  package var curve: [Int: Int]
  /// What allowed wording was found, and misquoted.
  package var allowed: AllowedMarks

  /// The similarity of the edited place that covers `position`.
  /// - Precondition: one does.
  package func similarity(at position: Int) -> Float {
    let next = editedPlaces.firstIndex(after: position)
    guard next > 0, editedPlaces[next - 1].range.contains(position) else {
      preconditionFailure("an edited token outside the edited places")
    }
    return editedPlaces[next - 1].similarity
  }
}

/// A phrase that stands in a corpus as it is, and what it is a variant of.
package struct KnownPhrase: Hashable, Sendable {
  package var tokens: [UInt32]
  /// Index of its family.
  package var family: Int
  /// Index in the family's variants.
  package var variant: Int

  package init(tokens: [UInt32], family: Int, variant: Int) {
    self.tokens = tokens
    self.family = family
    self.variant = variant
  }
}

/// Where a phrase stands in edited form.
package struct EditedPlace: Hashable, Sendable {
  /// Positions.
  package var range: Range<Int>
  package var similarity: Float
}

extension Array where Element == EditedPlace {
  /// The index of the first place that begins after `position`. O(log n).
  fileprivate func firstIndex(after position: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// From a text to its stock phrases and the class of every token: the pipeline of DESIGN §3 from
/// shingles to assessment.
package struct Analysis: Sendable {
  private let text: PhraseText
  private let corpus: TokenCorpus
  private let isSpaced: [Bool]
  private let settings: MiningSettings
  private let workers: Workers
  private let hashBits: Int
  private let allowed: [AllowedPhrase]
  private let allowedFamilies: Set<UInt64>

  /// - Parameters:
  ///   - isSpaced: for each document, whether it is text of words.
  ///   - hashBits: fewer than 64 only in tests.
  ///   - allowed: wording that is allowed, whatever else it is.
  ///   - allowedFamilies: ids of families whose tokens are allowed.
  package init(
    of text: PhraseText, isSpaced: [Bool], settings: MiningSettings, workers: Workers,
    hashBits: Int = 64, allowed: [AllowedPhrase] = [],
    allowedFamilies: Set<UInt64> = []
  ) {
    self.text = text
    self.allowed = allowed
    self.allowedFamilies = allowedFamilies
    corpus = text.corpus
    self.isSpaced = isSpaced
    self.settings = settings
    self.workers = workers
    self.hashBits = hashBits
  }

  /// Runs the analysis. The answer depends on text, documents and settings alone.
  ///
  /// - Parameter windows: the groups of windows of the documents' shingle lengths, if they are known;
  ///   they are used up.
  package func run(_ windows: consuming ShingleGroups? = nil) -> Findings {
    var survey = survey(windows)
    let classes = Slab<UInt8>(zeroed: corpus.tokens.count)
    let marks = ClassMarks(corpus: corpus, flags: survey.flags, classes: classes)
    var allowedMarks = AllowedText(corpus: corpus, phrases: allowed, workers: workers).mark(classes)
    let runs = workers.map(corpus.documentCount) { document in
      raise(document, .stock, WindowFlag.stock, settings.shingleLength, marks)
      return marks.runs(of: .stock, in: document)
    }
    let phrases = PhraseMiner(
      text: text, settings: settings, workers: workers, isSpaced: isSpaced, hashBits: hashBits)
    let counted = phrases.counted(runs)
    let (chosen, repeats, candidates) = choose(phrases, from: counted, survey.takeKept(), classes)
    // What was used till here is in pieces that do not serve what comes.
    MappedMemory.trim()
    let competition = phrases.place(chosen)
    let edited = marks.raiseEdited(competition.placed)
    let allRuns = workers.map(corpus.documentCount) { marks.runs(of: .stock, in: $0) }
    // Lists of families and of their places lie outside the slabs.
    MappedMemory.trim()
    let (mined, copies) = workers.both(
      {
        phrases.families(
          of: competition, repeats: repeats, counted: counted, runs: allRuns.flatMap { $0 })
      },
      { borrow(candidates, classes) })
    workers.forEach(corpus.documentCount) { document in
      raise(document, .shared, WindowFlag.shared, settings.sharedLength, marks)
      raise(document, .repeated, WindowFlag.repeated, settings.shingleLength, marks)
    }
    allowedMarks.usedFamilies = allow(allowedFamilies, mined.families, mined.owners, classes)
    return Findings(
      classes: classes, owners: mined.owners, edited: edited, flags: survey.flags,
      families: mined.families, phrases: mined.phrases,
      editedPlaces: editedPlaces(competition.placed, mined.families, mined.owners),
      matches: copies.matches, cutSeeds: copies.cutSeeds, curve: survey.curve,
      allowed: allowedMarks)
  }

  /// The phrases, in the order of choice, with the repeats that they were chosen from, and what may have been copied.
  /// What else is made on the way goes at the end: it is as large as the text.
  private func choose(
    _ phrases: PhraseMiner, from runs: [Range<Int>], _ seeds: [Int: KeptGroups],
    _ classes: Slab<UInt8>
  ) -> (phrases: [[UInt32]], repeats: ClosedRepeats, copies: [Copies.Candidates]) {
    let (material, found) = phrases.material(of: runs)
    // Choosing is one thread's work for half of its time: copies are looked for meanwhile.
    let (chosen, candidates) = workers.both(
      { phrases.choose(from: found, of: material) }, { copyCandidates(seeds, classes) })
    return (chosen, material.repeats, candidates)
  }

  private func editedPlaces(
    _ phrases: [PlacedPhrase], _ families: [Family], _ owners: Slab<UInt32>
  ) -> [EditedPlace] {
    phrases.flatMap { phrase in
      phrase.edited.map { range in
        let family = families[Int(owners[range.lowerBound]) - 1]
        guard let place = family.place(at: range.lowerBound) else {
          preconditionFailure("an edited place that its family does not have")
        }
        return EditedPlace(range: range, similarity: place.similarity)
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func survey(_ known: consuming ShingleGroups?) -> Survey {
    let plan = WindowFlag.plan(for: settings, scripts: isSpaced)
    let survey = WindowSurvey(corpus: corpus, workers: workers, plan: plan)
    if let known, survey.isAnswered(by: known) { return survey.run(known) }
    let groups = WindowGrouping(corpus: corpus, workers: workers, hashBits: hashBits)
      .groups(length: plan.lengths.first ?? 1)
    return survey.run(ShingleGroups(main: groups))
  }

  private func raise(
    _ document: Int, _ tokenClass: TokenClass, _ flag: WindowFlag.Pair,
    _ lengths: MiningSettings.Lengths, _ marks: ClassMarks
  ) {
    let isSpaced = isSpaced[document]
    marks.raise(
      document, flag: flag.of(isSpaced),
      length: lengths.of(isSpaced: isSpaced),
      to: tokenClass)
  }

  /// Makes allowed of the stock tokens that `ids` own; those of them that own some.
  private func allow(
    _ ids: Set<UInt64>, _ families: [Family], _ owners: Slab<UInt32>, _ classes: Slab<UInt8>
  ) -> Set<UInt64> {
    if ids.isEmpty { return [] }
    let used = workers.map(corpus.documentCount) { document in
      var used = Set<UInt64>()
      for position in corpus.range(of: document)
      where classes[position] == TokenClass.stock.rawValue {
        let id = families[Int(owners[position]) - 1].id
        guard ids.contains(id) else { continue }
        classes[position] = TokenClass.allowed.rawValue
        used.insert(id)
      }
      return used
    }
    return used.reduce(into: []) { $0.formUnion($1) }
  }

  /// What may have been copied, for documents of characters and for those of words.
  private func copyCandidates(
    _ kept: [Int: KeptGroups], _ classes: Slab<UInt8>
  ) -> [Copies.Candidates] {
    [false, true].compactMap { spaced in
      guard let seeds = kept[WindowFlag.seedLength(settings, isSpaced: spaced)],
        isSpaced.contains(spaced)
      else { return nil }
      return Copies(
        corpus: corpus, classes: classes, seeds: seeds,
        borrowedLength: settings.borrowedLength.of(isSpaced: spaced),
        isWanted: isSpaced.map { $0 == spaced }, workers: workers
      ).candidates(
        grouping: WindowGrouping(corpus: corpus, workers: workers, hashBits: hashBits))
    }
  }

  /// Marks borrowed tokens; the matches that they come from.
  private func borrow(
    _ parts: [Copies.Candidates], _ classes: Slab<UInt8>
  ) -> Copies.Result {
    var all = Copies.Result(matches: [], cutSeeds: 0)
    for candidates in parts {
      let found = candidates.qualified(classes, workers: workers)
      all.matches += found.matches
      all.cutSeeds += found.cutSeeds
    }
    if isSpaced.contains(true) && isSpaced.contains(false) {
      all.matches.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    }
    for match in all.matches {
      for token in Int(match.left)..<Int(match.left + match.length) {
        classes[token] = max(classes[token], TokenClass.borrowed.rawValue)
      }
    }
    return all
  }
}
