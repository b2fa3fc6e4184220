package import ShingleEngine

/// Finds what every token of drafts is, against a corpus whose phrases are known: the assessment of
/// DESIGN §3 for documents that are not counted.
///
/// The corpus itself is not here. What it has in common with the drafts is evidence that was found
/// before, so that a corpus in memory and one on disk give the same answer.
package struct DraftAnalysis: Sendable {
  /// What is known of the corpus.
  package struct Reference: Sendable {
    package var inventory: PhraseInventory
    /// The family of a token of the corpus, by document and offset; nil if it is not stock.
    package var family: @Sendable (UInt32, UInt32) -> Int?
    /// Whether a phrase stands in enough sources that a draft is compared with: by index of the phrase
    /// and of the draft.
    package var isKnown: @Sendable (Int, Int) -> Bool
    /// Where documents that count hold the most of passages of the drafts, which are stock; see
    /// ``ShingleEngine/HolderSearch``.
    package var holders: @Sendable ([Range<Int>]) -> [[CommonRun]]

    package init(
      inventory: PhraseInventory, family: @escaping @Sendable (UInt32, UInt32) -> Int?,
      isKnown: @escaping @Sendable (Int, Int) -> Bool,
      holders: @escaping @Sendable ([Range<Int>]) -> [[CommonRun]]
    ) {
      self.inventory = inventory
      self.family = family
      self.isKnown = isKnown
      self.holders = holders
    }
  }

  private let text: PhraseText
  private let drafts: TokenCorpus
  private let isSpaced: [Bool]
  private let settings: MiningSettings
  private let evidence: [DraftEvidence]
  private let reference: Reference
  private let survey: DraftSurvey
  private let workers: Workers

  /// - Parameters:
  ///   - text: the drafts, and nothing else.
  ///   - isSpaced: for each draft, whether it is text of words.
  ///   - evidence: for each draft what it has in common with the corpus.
  ///   - survey: what else was found in them; it is used up.
  package init(
    of text: PhraseText, isSpaced: [Bool], settings: MiningSettings, evidence: [DraftEvidence],
    reference: Reference, survey: DraftSurvey, workers: Workers
  ) {
    self.text = text
    drafts = text.corpus
    self.isSpaced = isSpaced
    self.settings = settings
    self.evidence = evidence
    self.reference = reference
    self.survey = survey
    self.workers = workers
  }

  /// - Parameters:
  ///   - allowed: wording that is allowed, whatever else it is.
  ///   - allowedFamilies: ids of families whose tokens are allowed.
  package func run(allowed: [AllowedPhrase], allowedFamilies: Set<UInt64>) -> Findings {
    let flags = survey.flags
    let classes = Slab<UInt8>(zeroed: drafts.tokens.count)
    let marks = ClassMarks(corpus: drafts, flags: flags, classes: classes)
    var allowedMarks = AllowedText(corpus: drafts, phrases: allowed, workers: workers).mark(classes)
    workers.forEach(drafts.documentCount) { draft in
      DraftFlags(drafts, draft: draft, isSpaced: isSpaced[draft], settings: settings, flags: flags)
        .mark(evidence[draft])
      raise(draft, .stock, WindowFlag.stock, settings.shingleLength, marks)
    }
    let placed = places()
    let edited = marks.raiseEdited(placed)
    let (owners, families) = owners(placed, marks)
    let matches = borrow(classes)
    workers.forEach(drafts.documentCount) { draft in
      raise(draft, .shared, WindowFlag.shared, settings.sharedLength, marks)
      raise(draft, .repeated, WindowFlag.repeated, settings.shingleLength, marks)
    }
    allowedMarks.usedFamilies = allow(allowedFamilies, owners, classes)
    return Findings(
      classes: classes, owners: owners, edited: edited, flags: flags, families: families,
      phrases: [],
      editedPlaces: editedPlaces(placed), matches: matches, cutSeeds: 0, curve: [:],
      allowed: allowedMarks)
  }

  private func raise(
    _ draft: Int, _ tokenClass: TokenClass, _ flag: WindowFlag.Pair,
    _ lengths: MiningSettings.Lengths, _ marks: ClassMarks
  ) {
    marks.raise(
      draft, flag: flag.of(isSpaced[draft]), length: lengths.of(isSpaced: isSpaced[draft]),
      to: tokenClass)
  }

  /// Where the phrases of the corpus stand in the drafts.
  private func places() -> [PlacedPhrase] {
    survey.placed { place in
      reference.isKnown(Int(place.phrase), drafts.document(at: Int(place.position)))
    }
  }

  private func borrow(_ classes: Slab<UInt8>) -> [Match] {
    let matches = workers.map(drafts.documentCount) { draft in
      let copies = DraftCopies(
        drafts: drafts, classes: classes,
        seedLength: WindowFlag.seedLength(settings, isSpaced: isSpaced[draft]),
        borrowedLength: settings.borrowedLength.of(isSpaced: isSpaced[draft]))
      return copies.qualified(copies.candidates(evidence[draft], draft: draft))
    }.flatMap { $0 }
    for match in matches {
      for token in Int(match.left)..<Int(match.left + match.length) {
        classes[token] = max(classes[token], TokenClass.borrowed.rawValue)
      }
    }
    return matches
  }

  private func allow(
    _ ids: Set<UInt64>, _ owners: Slab<UInt32>, _ classes: Slab<UInt8>
  ) -> Set<UInt64> {
    var used = Set<UInt64>()
    if ids.isEmpty { return used }
    let known = reference.inventory.familyIDs
    for position in 0..<drafts.tokens.count
    where classes[position] == TokenClass.stock.rawValue {
      let family = Int(owners[position]) - 1
      if family < known.count && ids.contains(known[family]) {
        classes[position] = TokenClass.allowed.rawValue
        used.insert(known[family])
      }
    }
    return used
  }
}

// MARK: Owners

extension DraftAnalysis {
  /// The family of every stock token, index + 1 (D3): that of the place that covers it, else of the nearest
  /// in its run, else what the corpus says of the same tokens, else one of its own; and those, which are
  /// numbered after the families of the inventory.
  ///
  /// A draft that has the same tokens twice asks for them once.
  private func owners(
    _ placed: [PlacedPhrase], _ marks: ClassMarks
  ) -> (owners: Slab<UInt32>, families: [Family]) {
    let owners = Slab<UInt32>(zeroed: drafts.tokens.count)
    for phrase in placed {
      let owner = UInt32(family(of: phrase) + 1)
      for place in phrase.places {
        for position in Int(place)..<Int(place) + phrase.tokens.count { owners[position] = owner }
      }
      for place in phrase.edited { for position in place { owners[position] = owner } }
    }
    let runs = workers.map(drafts.documentCount) { marks.runs(of: .stock, in: $0) }
    let ownership = Ownership(
      corpus: drafts, runs: runs.flatMap { $0 }, owners: owners, workers: workers)
    var families: [Family] = []
    let placeless = ownership.spreadFromPlaces()
    var firsts: [DraftTokens: Int] = [:]
    var passages: [Range<Int>] = []
    let passageOf = placeless.map { run in
      let tokens = DraftTokens(draft: drafts.document(at: run.lowerBound), tokens: text.tokens(run))
      if let first = firsts[tokens] { return first }
      firsts[tokens] = passages.count
      passages.append(run)
      return passages.count - 1
    }
    let known = zip(passages, reference.holders(passages)).map { run, holders in
      mainFamily(of: holders) ?? number(of: ownFamily(of: run), among: &families)
    }
    for (run, passage) in zip(placeless, passageOf) {
      for position in run { owners[position] = UInt32(known[passage] + 1) }
    }
    return (owners, families)
  }

  /// Tokens of one draft.
  private struct DraftTokens: Hashable {
    var draft: Int
    var tokens: [UInt32]
  }

  private func number(of family: Family, among families: inout [Family]) -> Int {
    let known = families.firstIndex { $0.id == family.id }
    if known == nil { families.append(family) }
    return reference.inventory.familyIDs.count + (known ?? families.count - 1)
  }

  /// A family of the tokens of `run` alone: in text of another script, which has windows of another length,
  /// they need not be stock.
  private func ownFamily(of run: Range<Int>) -> Family {
    let draft = drafts.document(at: run.lowerBound)
    let first = drafts.range(of: draft).lowerBound
    let length = settings.shingleLength.of(isSpaced: isSpaced[draft])
    // No more sources hold the whole than hold its rarest window.
    let counts = run.dropLast(length - 1).map { evidence[draft].counts[$0 - first] }
    let sources = max(Int(counts.min() ?? 0), settings.minimumSources)
    let tokens = text.tokens(run)
    return Family(
      id: TokenHash.stableHash(of: tokens.map { text.text(ofToken: $0) }), kind: .formula,
      kindIsSure: false,
      variants: [
        Variant(tokens: tokens, occurrences: sources, sources: sources, similarity: 1)
      ], places: [], sources: sources, nested: 0, alternations: [])
  }

  private func family(of phrase: PlacedPhrase) -> Int {
    reference.inventory.phrases[phrase.index].family
  }

  /// The family that owns most tokens at the places `holders`; that of the smallest id on a tie; nil if
  /// they are stock nowhere.
  private func mainFamily(of holders: [CommonRun]) -> Int? {
    var counts: [Int: Int] = [:]
    for holder in holders {
      for offset in holder.offset..<holder.offset + holder.length {
        if let family = reference.family(holder.document, offset) {
          counts[family, default: 0] += 1
        }
      }
    }
    let ids = reference.inventory.familyIDs
    return counts.max { ($0.value, ids[$1.key]) < ($1.value, ids[$0.key]) }?.key
  }

  private func editedPlaces(_ placed: [PlacedPhrase]) -> [EditedPlace] {
    let wordings = placed.contains { !$0.edited.isEmpty } ? reference.inventory.wordings : []
    return placed.flatMap { phrase in
      phrase.edited.map { place in
        let agreement = SequenceAlignment.bestAgreement(
          text.tokens(place), wordings[family(of: phrase)])
        let breaks = place.dropFirst().count { drafts.startsBlock($0) }
        return EditedPlace(range: place, similarity: agreement.similarity(across: breaks))
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
